package org.ganvas.metrics.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class TranslationMetricTest {

    private static final ImageShape COLOUR = new ImageShape(3, 14, 12);

    private static float[] uniform(int count, int position) {
        SeededRandomStream random = new SeededRandomStream(8, Purpose.TEST, position);
        float[] levels = new float[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (float) random.nextDouble(-1, 1);
        }
        return levels;
    }

    private static float[] shifted(float[] levels, double by) {
        float[] shifted = levels.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += (float) by;
        }
        return shifted;
    }

    @Test
    void aConstantDifferenceHasItsClosedForms() {
        float[] targets = uniform(5 * COLOUR.size(), 0);
        TranslationComparison c = TranslationComparison.of(COLOUR, shifted(targets, .2), targets);
        assertEquals(.1, TranslationMetric.L1.value(c), 1e-6);
        assertEquals(20, TranslationMetric.PSNR.value(c), 1e-4);
    }

    @Test
    void psnrIsTheMeanOverImagesAndRoundingItsLimit() {
        ImageShape shape = new ImageShape(1, 3, 3);
        float[] targets = uniform(18, 0);
        float[] images = targets.clone();
        for (int i = 9; i < 18; i++) {
            images[i] += .02f;
        }
        double limit = 10 * Math.log10(12 * 255 * 255);
        assertEquals(
                (limit + 40) / 2, TranslationMetric.PSNR.value(TranslationComparison.of(shape, images, targets)), 1e-3);
    }

    @Test
    void similarityOfFlatImagesHasItsClosedForm() {
        ImageShape shape = new ImageShape(1, 16, 16);
        float[] dark = new float[256];
        float[] light = new float[256];
        Arrays.fill(dark, -.5f);
        Arrays.fill(light, .25f);
        double c1 = .02 * .02;
        assertEquals(
                (2 * .5 * 1.25 + c1) / (.25 + 1.5625 + c1),
                TranslationMetric.SSIM.value(TranslationComparison.of(shape, dark, light)),
                1e-9);
        float[] image = uniform(256, 1);
        assertEquals(1, TranslationMetric.SSIM.value(TranslationComparison.of(shape, image, image)), 1e-12);
    }

    @Test
    void aNegativeIsNotSimilar() {
        ImageShape shape = new ImageShape(1, 16, 16);
        float[] image = uniform(256, 6);
        float[] negative = image.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -negative[i];
        }
        assertTrue(TranslationMetric.SSIM.value(TranslationComparison.of(shape, image, negative)) < -.5);
    }

    /** One window, computed as weighted sums of products of deviations from the means. */
    private static double window(float[] a, float[] b, int start, int width, int side) {
        double[][] weight = new double[side][side];
        double all = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dy = y - side / 2;
                double dx = x - side / 2;
                weight[y][x] = Math.exp(-(dx * dx + dy * dy) / 4.5);
                all += weight[y][x];
            }
        }
        double meanA = 0;
        double meanB = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                meanA += weight[y][x] / all * (a[start + y * width + x] + 1.0);
                meanB += weight[y][x] / all * (b[start + y * width + x] + 1.0);
            }
        }
        double varianceA = 0;
        double varianceB = 0;
        double covariance = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double da = a[start + y * width + x] + 1.0 - meanA;
                double db = b[start + y * width + x] + 1.0 - meanB;
                varianceA += weight[y][x] / all * da * da;
                varianceB += weight[y][x] / all * db * db;
                covariance += weight[y][x] / all * da * db;
            }
        }
        double luminance = (2 * meanA * meanB + 4e-4) / (meanA * meanA + meanB * meanB + 4e-4);
        return luminance * (2 * covariance + 3.6e-3) / (varianceA + varianceB + 3.6e-3);
    }

    @Test
    void similarityEqualsAnIndependentComputation() {
        float[] a = uniform(COLOUR.size(), 2);
        float[] b = uniform(COLOUR.size(), 3);
        for (int i = 0; i < b.length; i++) {
            b[i] = .7f * a[i] + .3f * b[i];
        }
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 2; x++) {
                    sum += window(a, b, channel * 168 + y * 12 + x, 12, 11);
                }
            }
        }
        assertEquals(sum / 24, TranslationMetric.SSIM.value(TranslationComparison.of(COLOUR, a, b)), 1e-9);
        ImageShape small = new ImageShape(1, 8, 7);
        double windows = window(a, b, 0, 7, 7) + window(a, b, 7, 7, 7);
        assertEquals(
                windows / 2,
                TranslationMetric.SSIM.value(
                        TranslationComparison.of(small, Arrays.copyOf(a, 56), Arrays.copyOf(b, 56))),
                1e-9);
    }

    @Test
    void holePsnrCountsMissingPixelsAlone() {
        float[] targets = uniform(2 * COLOUR.size(), 4);
        float[] images = targets.clone();
        boolean[] missing = new boolean[2 * 168];
        missing[5] = true;
        missing[9] = true;
        for (int channel = 0; channel < 3; channel++) {
            images[channel * 168 + 5] += .2f;
            images[channel * 168 + 9] += .2f;
            images[channel * 168 + 50] += 1;
        }
        TranslationComparison c = new TranslationComparison(COLOUR, images, targets, missing, null, null);
        assertEquals(20, TranslationMetric.HOLE_PSNR.value(c), 1e-4);
        assertEquals(
                List.of(
                        TranslationMetric.PSNR,
                        TranslationMetric.SSIM,
                        TranslationMetric.L1,
                        TranslationMetric.HOLE_PSNR),
                TranslationMetric.of(c));
    }

    @Test
    void keptClassIsTheShareOfRightOnes() {
        ImageShape pixel = new ImageShape(1, 1, 1);
        TranslationComparison c = new TranslationComparison(
                pixel, new float[4], new float[4], null, new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 0});
        assertEquals(.75, TranslationMetric.KEPT_CLASS.value(c));
        assertThrows(IllegalArgumentException.class, () -> TranslationComparison.of(pixel, new float[4], new float[3]));
    }
}
