package org.ganvas.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetPart;
import org.ganvas.data.Datasets;
import org.ganvas.data.MnistLocation;
import org.ganvas.data.Progress;
import org.ganvas.metrics.FeatureRows;
import org.ganvas.metrics.JudgedPictures;
import org.ganvas.metrics.PictureComparison;
import org.ganvas.metrics.PictureMeasure;
import org.ganvas.metrics.RealPictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * MNIST's test digits against its training digits: what a perfect generator scores. The features are the ink in sixteen
 * squares, so that nothing is trained and every figure is the measures' own.
 */
class MnistFloorTest {

    private static final int COUNT = 1500;
    private static final int SQUARES = 16;

    private static Dataset training;
    private static RealPictures real;
    private static JudgedPictures test;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> folder = MnistLocation.find();
        assumeTrue(folder.isPresent(), MnistLocation.MISSING);
        String id = folder.get().toString();
        training = DatasetPart.shuffled(Datasets.open(id, Progress.NONE), 1);
        Dataset held = DatasetPart.shuffled(Datasets.openTest(id, Progress.NONE).orElseThrow(), 1);
        real = new RealPictures(judged(training, 0), judged(training, COUNT).features());
        test = judged(held, 0);
    }

    private static JudgedPictures judged(Dataset data, int from) {
        return judged(data, IntStream.range(from, from + COUNT).toArray());
    }

    private static JudgedPictures judged(Dataset data, int[] indices) {
        float[] features = new float[indices.length * SQUARES];
        float[] logits = new float[indices.length * 10];
        float[] pixels = new float[data.shape().size()];
        for (int i = 0; i < indices.length; i++) {
            data.copyPicture(indices[i], pixels, 0);
            for (int k = 0; k < pixels.length; k++) {
                features[i * SQUARES + k / 196 * 4 + k % 28 / 7] += pixels[k];
            }
            logits[i * 10 + data.label(indices[i])] = 9;
        }
        return new JudgedPictures(new FeatureRows(features, SQUARES), logits, 10, new int[0], new double[10]);
    }

    private static double of(PictureMeasure measure, JudgedPictures pictures) {
        return measure.value(new PictureComparison(pictures, real));
    }

    /** Half of the classes, as a generator that lost the others. */
    private static JudgedPictures halfOfTheClasses() {
        return judged(
                training,
                IntStream.range(2 * COUNT, training.size())
                        .filter(i -> training.label(i) < 5)
                        .limit(COUNT)
                        .toArray());
    }

    @Test
    void testDigitsAreAsGoodAndAsVariedAsTrainingDigits() {
        assertTrue(of(PictureMeasure.PRECISION, test) > 0.85, "precision");
        assertTrue(of(PictureMeasure.RECALL, test) > 0.85, "recall");
        assertEquals(1, of(PictureMeasure.DENSITY, test), 0.12);
        assertTrue(of(PictureMeasure.COVERAGE, test) > 0.9, "coverage");
        assertEquals(1, of(PictureMeasure.NEAREST_TRAINING, test), 0.15);
        assertEquals(0, of(PictureMeasure.CLASSIFIER_KERNEL, test), 0.05);
        assertEquals(0, of(PictureMeasure.CLASSES_MISSING, test));
        assertTrue(of(PictureMeasure.CLASSIFIER_SCORE, test) > 9.5, "classifier score");
    }

    @Test
    void halfOfTheClassesIsFarFromTheFloor() {
        JudgedPictures half = halfOfTheClasses();
        assertTrue(
                of(PictureMeasure.CLASSIFIER_FRECHET, half) > 4 * of(PictureMeasure.CLASSIFIER_FRECHET, test),
                "Fréchet distance");
        assertTrue(of(PictureMeasure.RECALL, half) < of(PictureMeasure.RECALL, test) - 0.05, "recall");
        assertTrue(of(PictureMeasure.COVERAGE, half) < of(PictureMeasure.COVERAGE, test) - 0.1, "coverage");
        assertEquals(5, of(PictureMeasure.CLASSES_MISSING, half));
        assertEquals(5, of(PictureMeasure.CLASSIFIER_SCORE, half), 0.3);
    }

    @Test
    void theSamePicturesAreAtNoDistance() {
        assertEquals(0, of(PictureMeasure.CLASSIFIER_FRECHET, judged(training, 0)), 1e-3);
        assertEquals(1, of(PictureMeasure.PRECISION, judged(training, 0)));
        assertEquals(1, of(PictureMeasure.COVERAGE, judged(training, 0)));
    }
}
