package org.ganvas.session.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.MnistLocation;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImageSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * MNIST's test digits against its training digits: the floors of a perfect generator. The features are the ink in
 * sixteen squares, so that nothing is trained and every value is that of the metric alone.
 */
class MnistFloorTest {

    private static final int COUNT = 1500;
    private static final int SQUARES = 16;

    private static Dataset training;
    private static ReferenceImageSet real;
    private static ClassifiedImages test;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> folder = MnistLocation.find();
        assumeTrue(folder.isPresent(), MnistLocation.MISSING);
        String id = folder.get().toString();
        training = DatasetSubset.shuffled(DatasetRegistry.open(id, ProgressListener.NONE), 1);
        Dataset held = DatasetSubset.shuffled(
                DatasetRegistry.openTest(id, ProgressListener.NONE).orElseThrow(), 1);
        real = new ReferenceImageSet(
                classified(training, 0), classified(training, COUNT).features());
        test = classified(held, 0);
    }

    private static ClassifiedImages classified(Dataset data, int from) {
        return classified(data, IntStream.range(from, from + COUNT).toArray());
    }

    private static ClassifiedImages classified(Dataset data, int[] indices) {
        float[] features = new float[indices.length * SQUARES];
        float[] logits = new float[indices.length * 10];
        float[] pixels = new float[data.shape().size()];
        for (int i = 0; i < indices.length; i++) {
            data.copyImage(indices[i], pixels, 0);
            for (int k = 0; k < pixels.length; k++) {
                features[i * SQUARES + k / 196 * 4 + k % 28 / 7] += pixels[k];
            }
            logits[i * 10 + data.label(indices[i])] = 9;
        }
        return new ClassifiedImages(new FeatureMatrix(features, SQUARES), logits, 10, new int[0], new double[10]);
    }

    private static double of(ImageMetric metric, ClassifiedImages images) {
        return metric.value(new ImageComparison(images, real));
    }

    /** Half of the classes, as of a generator with mode collapse. */
    private static ClassifiedImages halfOfTheClasses() {
        return classified(
                training,
                IntStream.range(2 * COUNT, training.size())
                        .filter(i -> training.label(i) < 5)
                        .limit(COUNT)
                        .toArray());
    }

    @Test
    void testDigitsAreAsGoodAndAsVariedAsTrainingDigits() {
        assertTrue(of(ImageMetric.PRECISION, test) > 0.85, "precision");
        assertTrue(of(ImageMetric.RECALL, test) > 0.85, "recall");
        assertEquals(1, of(ImageMetric.DENSITY, test), 0.12);
        assertTrue(of(ImageMetric.COVERAGE, test) > 0.9, "coverage");
        assertEquals(1, of(ImageMetric.NEAREST_TRAINING, test), 0.15);
        assertEquals(0, of(ImageMetric.CLASSIFIER_KERNEL, test), 0.05);
        assertEquals(0, of(ImageMetric.CLASSES_MISSING, test));
        assertTrue(of(ImageMetric.CLASSIFIER_SCORE, test) > 9.5, "classifier score");
    }

    @Test
    void halfOfTheClassesIsFarFromTheFloor() {
        ClassifiedImages half = halfOfTheClasses();
        assertTrue(
                of(ImageMetric.CLASSIFIER_FRECHET, half) > 4 * of(ImageMetric.CLASSIFIER_FRECHET, test),
                "Fréchet distance");
        assertTrue(of(ImageMetric.RECALL, half) < of(ImageMetric.RECALL, test) - 0.05, "recall");
        assertTrue(of(ImageMetric.COVERAGE, half) < of(ImageMetric.COVERAGE, test) - 0.1, "coverage");
        assertEquals(5, of(ImageMetric.CLASSES_MISSING, half));
        assertEquals(5, of(ImageMetric.CLASSIFIER_SCORE, half), 0.3);
    }

    @Test
    void theSameImagesHaveNoDistance() {
        assertEquals(0, of(ImageMetric.CLASSIFIER_FRECHET, classified(training, 0)), 1e-3);
        assertEquals(1, of(ImageMetric.PRECISION, classified(training, 0)));
        assertEquals(1, of(ImageMetric.COVERAGE, classified(training, 0)));
    }
}
