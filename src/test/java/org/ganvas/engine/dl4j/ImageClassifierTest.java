package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageClassifierTest {

    private static final int SIDE = 8;
    private static final ClassifierTrainingSpec QUICK = new ClassifierTrainingSpec(120, 32, 2e-3, 1);

    private final Dataset bars = new BarImages(400, SIDE, 1, true);

    @TempDir
    private Path folder;

    @Test
    void classifierGeneralisesToHeldOutImages() {
        ImportedDl4jNetwork trained = ClassifierTrainer.run(bars, QUICK, ProgressListener.NONE);
        try (ImageClassifier classifier = new ImageClassifier(trained)) {
            double accuracy = classifier.accuracy(new BarImages(250, SIDE, 2, true));
            assertTrue(accuracy > 0.95, "accuracy " + accuracy);
            assertEquals(64, classifier.featureWidth());
            assertEquals(SIDE, classifier.classes());
        }
    }

    @Test
    void sameSeedGivesTheSameClassifier() {
        ClassifierTrainingSpec shorter = new ClassifierTrainingSpec(4, 16, 2e-3, 1);
        String first = ClassifierModelFile.sha256(ClassifierTrainer.run(bars, shorter, ProgressListener.NONE));
        assertEquals(first, ClassifierModelFile.sha256(ClassifierTrainer.run(bars, shorter, ProgressListener.NONE)));
        ClassifierTrainingSpec other = new ClassifierTrainingSpec(4, 16, 2e-3, 2);
        assertNotEquals(first, ClassifierModelFile.sha256(ClassifierTrainer.run(bars, other, ProgressListener.NONE)));
    }

    @Test
    void stockDeeplearning4jLoadsTheFileAndGivesTheSameLogits() throws IOException {
        ImportedDl4jNetwork trained =
                ClassifierTrainer.run(bars, new ClassifierTrainingSpec(5, 16, 2e-3, 3), ProgressListener.NONE);
        Path file = write(trained);
        // More than one chunk, and not a multiple of one.
        float[] images = images(130);
        MultiLayerNetwork stock = MultiLayerNetwork.load(file.toFile(), false);
        INDArray input = Nd4j.createFromArray(images).reshape('c', 130, 1, SIDE, SIDE);
        List<INDArray> layers = stock.feedForward(input, false);
        try (ImageClassifier classifier = new ImageClassifier(trained)) {
            ImageClassifier.Output output = classifier.classify(images);
            assertArrayEquals(floats(layers.get(layers.size() - 1)), output.logits(), 1e-4f);
            assertArrayEquals(floats(layers.get(layers.size() - 2)), output.features(), 1e-4f);
            assertThrows(IllegalArgumentException.class, () -> classifier.classify(new float[SIDE]));
        }
    }

    @Test
    void fileRestoresTheClassifier() throws IOException {
        ImportedDl4jNetwork trained =
                ClassifierTrainer.run(bars, new ClassifierTrainingSpec(3, 16, 2e-3, 4), ProgressListener.NONE);
        Path file = write(trained);
        ImportedDl4jNetwork read = ClassifierModelFile.read(file, bars.shape(), SIDE);
        assertEquals(ClassifierModelFile.sha256(trained), ClassifierModelFile.sha256(read));
        assertEquals(trained.layers(), read.layers());
        String refused = assertThrows(IOException.class, () -> ClassifierModelFile.read(file, bars.shape(), SIDE + 1))
                .getMessage();
        assertTrue(refused.contains("other layers"), refused);
    }

    @Test
    void trainingReportsProgressAndStopsWhenCancelled() {
        List<Double> told = new ArrayList<>();
        ProgressListener impatient = new ProgressListener() {
            @Override
            public void report(double fraction) {
                told.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return told.size() == 3;
            }
        };
        ClassifierTrainingSpec recipe = new ClassifierTrainingSpec(10, 8, 2e-3, 1);
        assertThrows(CancellationException.class, () -> ClassifierTrainer.run(bars, recipe, impatient));
        assertEquals(List.of(0.1, 0.2, 0.3), told);
    }

    @Test
    void dataWithoutClassesIsRefused() {
        Dataset unlabelled = new BarImages(9, SIDE, 1, false);
        assertThrows(
                IllegalArgumentException.class, () -> ClassifierTrainer.run(unlabelled, QUICK, ProgressListener.NONE));
    }

    @Test
    void architectureFitsImagesOfEverySize() {
        for (int side : new int[] {1, 2, 3, 5, 8, 11, 28, 32, 64, 100, 256}) {
            ImageShape shape = new ImageShape(3, side, side);
            NetworkSpec spec = ClassifierTrainingSpec.network(shape, 10);
            assertEquals(LayerShape.row(10), spec.output(LayerShape.of(shape)), "side " + side);
            assertTrue(spec.parameterCount(LayerShape.of(shape)) < 120_000, "side " + side);
        }
        NetworkSpec digits = ClassifierTrainingSpec.network(new ImageShape(1, 28, 28), 10);
        // 416 + 12,832 + 32,832 + 650
        assertEquals(46_730, digits.parameterCount(new LayerShape(1, 28, 28)));
    }

    @Test
    void shiftingAnImageRepeatsItsEdges() {
        float[] moved = new float[7];
        ClassifierTrainingBatches.shift(new float[] {1, 2, 3, 4, 5, 6}, new ImageShape(1, 2, 3), 1, -1, moved, 1);
        assertArrayEquals(new float[] {0, 2, 3, 3, 2, 3, 3}, moved);
    }

    private Path write(ImportedDl4jNetwork trained) throws IOException {
        Path file = folder.resolve("classifier.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            ClassifierModelFile.write(trained, out);
        }
        return file;
    }

    private float[] images(int count) {
        float[] images = new float[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            bars.copyImage(i, images, i * SIDE * SIDE);
        }
        return images;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
