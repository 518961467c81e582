package org.ganvas.data.doodle;

import java.util.List;
import org.ganvas.data.SeededRandomStream;

/**
 * Synthesis of one handwritten-looking digit: a random skeleton is deformed and drawn with a pen. Every random number comes
 * from the stream it is given. Stateless; any thread.
 */
final class DoodleWriter {

    /** Pixels that a digit spans in its longer direction, soft edges aside, as in MNIST. */
    private static final double BOX = 19.3;

    /** Standard deviation of the coefficients that deform the whole figure. */
    private static final double WARP = 0.21;

    /** Half the width that an outline adds to the line, in pixels. */
    private static final double OUTLINE = 1.1;

    /** Radius of the empty line inside an outline, beside that of the pen. */
    private static final double INSIDE = -0.1;

    private DoodleWriter() {}

    /** One image of 28x28 grey bytes, row by row, white on black. */
    static byte[] write(int digit, SeededRandomStream random) {
        StrokeRaster raster = new StrokeRaster();
        raster.draw(path(digit, random, 0));
        return raster.toImage(random);
    }

    /** The same handwriting as an outline. */
    static byte[] writeOutlined(int digit, SeededRandomStream random) {
        PenStrokePath path = path(digit, random, OUTLINE);
        double[] inside = new double[path.size()];
        double[] outside = new double[path.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = path.radius(i) + INSIDE;
            outside[i] = path.radius(i) + OUTLINE;
        }
        StrokeRaster raster = new StrokeRaster();
        path.setRadius(outside);
        raster.draw(path);
        StrokeRaster empty = new StrokeRaster();
        path.setRadius(inside);
        empty.draw(path);
        raster.erase(empty);
        return raster.toImage(random);
    }

    private static PenStrokePath path(int digit, SeededRandomStream random, double margin) {
        List<StrokeSkeleton> examples =
                chooseFamily(DigitSkeletons.of(digit), random).examples();
        StrokeSkeleton mixed = StrokeSkeleton.mix(examples, weights(examples.size(), random));
        DoodleStyle style = DoodleStyle.sample(digit, random);
        PenStrokePath path = StrokeSkeletonSpline.through(deform(mixed, style, random), style.straightness());
        path.smooth(style.smoothingPasses());
        double edge = style.radius() + margin;
        path.fit(BOX - 2 * edge, (StrokeRaster.SIDE - BOX) / 2 + edge);
        path.jitter(random.nextDouble(0.1, 0.6), random);
        PenPressureProfile.apply(path, style.radius(), random);
        return path;
    }

    private static StrokeSkeleton.Family chooseFamily(List<StrokeSkeleton.Family> families, SeededRandomStream random) {
        double all = 0;
        for (StrokeSkeleton.Family family : families) {
            all += family.share();
        }
        double left = random.nextDouble() * all;
        int i = 0;
        while (i < families.size() - 1 && left >= families.get(i).share()) {
            left -= families.get(i).share();
            i++;
        }
        return families.get(i);
    }

    /** Random weights that add up to 1, mostly of one or two examples: the mean of all would look like print. */
    private static double[] weights(int count, SeededRandomStream random) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            weights[i] = u * u * u * u * u + 1e-3;
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Moves each point at random, deforms the figure by polynomials, then slants and rotates it. */
    private static StrokeSkeleton deform(StrokeSkeleton s, DoodleStyle style, SeededRandomStream random) {
        double[] w = new double[8];
        for (int i = 0; i < w.length; i++) {
            w[i] = WARP * random.nextGaussian();
        }
        double cos = StrictMath.cos(style.rotation());
        double sin = StrictMath.sin(style.rotation());
        double[] x = new double[s.size()];
        double[] y = new double[s.size()];
        for (int i = 0; i < x.length; i++) {
            double u = s.x(i) - 0.5 + style.jitter() * random.nextGaussian();
            double v = s.y(i) - 0.5 + style.jitter() * random.nextGaussian();
            double across = u * style.aspect() + w[0] * v * v + w[1] * u * v + w[2] * u * u + 2 * w[3] * v * v * v;
            double down = v + w[4] * u * u + w[5] * u * v + w[6] * v * v + 2 * w[7] * u * v * v;
            double slanted = across - style.slant() * v;
            x[i] = cos * slanted - sin * down;
            y[i] = sin * slanted + cos * down;
        }
        return s.through(x, y);
    }
}
