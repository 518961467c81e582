package org.ganvas.metrics.translation;

import java.util.function.IntPredicate;
import org.ganvas.data.ImageShape;

/** Differences of single levels between images and their targets. Pure functions; any thread. */
final class PixelErrors {

    /** Difference between black and white. */
    private static final double RANGE = 2;

    /**
     * Least mean square error that is told apart: that of rounding to 256 levels, a uniform error of up to half a level. An
     * equal image has 58.9 dB instead of infinitely many, so that means over images exist.
     */
    private static final double ROUNDING = 1 / (12.0 * 255 * 255);

    private PixelErrors() {}

    /** Mean absolute difference, with black at 0 and white at 1. */
    static double meanAbsolute(TranslationComparison c) {
        double sum = 0;
        for (int i = 0; i < c.images().length; i++) {
            sum += Math.abs(c.images()[i] - c.targets()[i]);
        }
        return sum / c.images().length / RANGE;
    }

    /** Mean over the images of the peak signal-to-noise ratio in dB. */
    static double psnr(TranslationComparison c) {
        return meanPsnr(c, pixel -> true);
    }

    /** The same over the pixels that the inputs lacked; images without a hole do not count. NaN where none has one. */
    static double holePsnr(TranslationComparison c) {
        boolean[] missing = c.missing();
        return missing == null ? Double.NaN : meanPsnr(c, pixel -> missing[pixel]);
    }

    private static double meanPsnr(TranslationComparison c, IntPredicate wanted) {
        ImageShape shape = c.shape();
        int pixels = shape.height() * shape.width();
        double sum = 0;
        int counted = 0;
        for (int image = 0; image < c.count(); image++) {
            double squares = 0;
            int levels = 0;
            for (int pixel = 0; pixel < pixels; pixel++) {
                if (wanted.test(image * pixels + pixel)) {
                    squares += squares(c, image * shape.size() + pixel, pixels);
                    levels += shape.channels();
                }
            }
            if (levels > 0) {
                sum -= 10 * Math.log10(Math.max(ROUNDING, squares / levels));
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    /** Sum over the channels of one pixel, with black at 0 and white at 1. */
    private static double squares(TranslationComparison c, int first, int stride) {
        double sum = 0;
        for (int channel = 0; channel < c.shape().channels(); channel++) {
            int at = first + channel * stride;
            double difference = (c.images()[at] - c.targets()[at]) / RANGE;
            sum += difference * difference;
        }
        return sum;
    }
}
