package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

/** Metrics of images of two classes whose features are Gaussians 6 apart, seen by a perfect classifier. */
class ImageMetricTest {

    private static final int COUNT = 600;
    private static final int WIDTH = 4;

    private final FeatureMatrix training = evaluated(1, 0.5, 1).features();
    private final ReferenceImageSet real = new ReferenceImageSet(evaluated(2, 0.5, 1), training);
    private final ImageComparison floor = new ImageComparison(evaluated(3, 0.5, 1), real);

    @Test
    void aPerfectGeneratorReachesTheFloorOfEveryMetric() {
        ImageComparison perfect = new ImageComparison(evaluated(4, 0.5, 1), real);
        for (ImageMetric measure : ImageMetric.values()) {
            double lowest = measure.value(floor);
            assertEquals(lowest, measure.value(perfect), 0.1 + 0.1 * Math.abs(lowest), measure.name());
            measure.expectedFloor(perfect).ifPresent(expected -> assertEquals(expected, lowest, 0.1, measure.name()));
        }
    }

    @Test
    void aGeneratorOfOneClassIsDetected() {
        ImageComparison lost = new ImageComparison(evaluated(4, 1, 1), real);
        assertEquals(1, ImageMetric.CLASSES_MISSING.value(lost));
        assertEquals(1, ImageMetric.CLASSIFIER_SCORE.value(lost), 1e-3);
        assertEquals(0, ImageMetric.CLASS_ENTROPY.value(lost), 1e-12);
        assertEquals(0.5, ImageMetric.COVERAGE.value(lost), 0.06);
        assertTrue(ImageMetric.CLASSIFIER_FRECHET.value(lost) > 20 * ImageMetric.CLASSIFIER_FRECHET.value(floor));
        assertTrue(ImageMetric.CLASSIFIER_KERNEL.value(lost) > 0.1);
        assertTrue(ImageMetric.PRECISION.value(lost) > 0.8);
    }

    @Test
    void aGeneratorThatVariesTooLittleWithinItsClassesIsDetected() {
        ImageComparison narrow = new ImageComparison(evaluated(4, 0.5, 0.1), real);
        assertEquals(0.1, ImageMetric.CLASS_SPREAD.value(narrow), 0.02);
        assertEquals(1, ImageMetric.CLASS_SPREAD.value(floor), 0.05);
        assertTrue(ImageMetric.COVERAGE.value(narrow) < 0.5);
        assertEquals(2, ImageMetric.CLASSIFIER_SCORE.value(narrow), 0.05);
    }

    @Test
    void aGeneratorThatCopiesIsDetected() {
        ClassifiedImages likeReal = evaluated(5, 0.5, 1);
        ClassifiedImages copies =
                new ClassifiedImages(training, likeReal.logits(), 2, likeReal.labels(), likeReal.deviations());
        assertEquals(0, ImageMetric.NEAREST_TRAINING.value(new ImageComparison(copies, real)));
        assertEquals(1, ImageMetric.NEAREST_TRAINING.value(floor), 0.1);
    }

    @Test
    void classAccuracyIsTheShareOfImagesOfTheWantedClass() {
        ClassifiedImages some = evaluated(6, 0.5, 1);
        int[] meant = some.labels().clone();
        for (int i = 0; i < COUNT / 4; i++) {
            meant[i] = 1 - meant[i];
        }
        ClassifiedImages wrong = new ClassifiedImages(some.features(), some.logits(), 2, meant, some.deviations());
        assertEquals(0.75, ImageMetric.RIGHT_CLASS.value(new ImageComparison(wrong, real)), 1e-12);
    }

    @Test
    void metricsOfClassesNeedAClassifierOfClasses() {
        List<ImageMetric> features = ImageMetric.of(false, false);
        assertFalse(features.contains(ImageMetric.CLASSIFIER_SCORE));
        assertTrue(features.contains(ImageMetric.CLASSIFIER_FRECHET));
        assertFalse(ImageMetric.of(true, false).contains(ImageMetric.RIGHT_CLASS));
        assertEquals(List.of(ImageMetric.values()), ImageMetric.of(true, true));
    }

    @Test
    void noMetricHasTheNameOfAPublishedOne() {
        for (ImageMetric measure : ImageMetric.values()) {
            assertFalse(
                    measure.name().toLowerCase(Locale.ROOT).matches(".*(fid|inception|^is$|kid).*"), measure.name());
        }
    }

    @Test
    void differentNumbersAreRefused() {
        ClassifiedImages few =
                new ClassifiedImages(training.firstRows(10), new float[20], 2, new int[0], new double[2]);
        assertThrows(IllegalArgumentException.class, () -> new ImageComparison(few, real));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassifiedImages(training, new float[20], 2, new int[0], new double[2]));
    }

    @Test
    void diversityIsTheDeviationWithinAClass() {
        IntraClassDiversity spread = new IntraClassDiversity(3, 2);
        float[] images = {9, 9, 1, 10, 3, 14, 5, 5};
        spread.add(images, 2, 0);
        spread.add(images, 4, 0);
        spread.add(images, 6, 1);
        // Variances 2 and 8 of the two pixels; one image and none do not vary.
        assertArrayEquals(new double[] {Math.sqrt(5), 0, 0}, spread.deviations(), 1e-12);
        assertEquals(0.75, IntraClassDiversity.ratio(new double[] {1, 3, 7}, new double[] {2, 3, 0}), 1e-12);
    }

    /** The features are the pixels; a share of the first class, and a width of both. */
    private static ClassifiedImages evaluated(long seed, double share, double width) {
        float[] values = new float[COUNT * WIDTH];
        float[] logits = new float[COUNT * 2];
        int[] labels = new int[COUNT];
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, 5);
        IntraClassDiversity spread = new IntraClassDiversity(2, WIDTH);
        for (int i = 0; i < COUNT; i++) {
            labels[i] = i < share * COUNT ? 0 : 1;
            logits[2 * i + labels[i]] = 12;
            for (int k = 0; k < WIDTH; k++) {
                values[i * WIDTH + k] = (float) (width * random.nextGaussian() + 3 * labels[i]);
            }
            spread.add(values, i * WIDTH, labels[i]);
        }
        return new ClassifiedImages(new FeatureMatrix(values, WIDTH), logits, 2, labels, spread.deviations());
    }
}
