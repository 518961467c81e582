package org.ganvas.project.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.dl4j.BarImages;
import org.ganvas.engine.dl4j.ClassifierModelFile;
import org.ganvas.engine.dl4j.ClassifierTrainer;
import org.ganvas.engine.dl4j.ClassifierTrainingSpec;
import org.ganvas.engine.dl4j.ImportedDl4jNetwork;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedClassifiersTest {

    /** Held-out images of the shapes but the first, which has all of them. */
    private static final int SOME = 500;

    /** Four standard deviations of an accuracy of 99.5 % on so few images. */
    private static final double CHANCE = 0.0127;

    /** Cancels a training at once, which happens where none is found. */
    private static final ProgressListener NOTHING_TO_TRAIN = new ProgressListener() {
        @Override
        public void report(double fraction) {
            // Never reached.
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    @TempDir
    private Path folder;

    /** One for each shape in which a preset trains on the built-in images. */
    static Stream<ImageShape> shapes() {
        return PresetRegistry.all().stream()
                .map(preset -> preset.spec().image())
                .filter(image -> !image.isPoint())
                .distinct();
    }

    private static Dataset training(ImageShape shape) throws Exception {
        return DatasetRegistry.open(DatasetEntry.DOODLES, shape, ProgressListener.NONE);
    }

    private static Dataset heldOut(ImageShape shape) throws Exception {
        return DatasetRegistry.openTest(DatasetEntry.DOODLES, shape, ProgressListener.NONE)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theBuiltInImagesHaveAClassifierOfTheStatedAccuracy(ImageShape shape) throws Exception {
        Dataset held = heldOut(shape);
        boolean whole = shape.size() == 28 * 28;
        try (StoredClassifier found = new ClassifierStore(folder).open(training(shape), held, NOTHING_TO_TRAIN)) {
            ClassifierCard card = found.card();
            assertEquals(DatasetEntry.DOODLES, card.data());
            assertEquals(60_000, card.pictures());
            assertEquals(10_000, card.tested());
            assertEquals(ClassifierTrainingSpec.VERSION, card.recipe());
            assertTrue(card.accuracy() > 0.99, card.toString());
            double accuracy = accuracy(
                    found, whole ? held : DatasetSubset.shuffled(held, 3).range(0, SOME));
            assertEquals(card.accuracy(), accuracy, whole ? 1e-3 : CHANCE);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count(), "nothing was trained or stored");
        }
    }

    private static double accuracy(StoredClassifier classifier, Dataset held) {
        int size = held.shape().size();
        int classes = classifier.card().classes();
        int correct = 0;
        for (int from = 0; from < held.size(); from += 100) {
            float[] images = new float[100 * size];
            for (int i = 0; i < 100; i++) {
                held.copyImage(from + i, images, i * size);
            }
            float[] logits = classifier.classify(images).logits();
            for (int i = 0; i < 100; i++) {
                int best = 0;
                for (int k = 1; k < classes; k++) {
                    best = logits[i * classes + k] > logits[i * classes + best] ? k : best;
                }
                correct += best == held.label(from + i) ? 1 : 0;
            }
        }
        return (double) correct / held.size();
    }

    /** The name is a fingerprint: of other images, fewer images, or another training nothing is found. */
    @Test
    void aClassifierBelongsToItsDataAlone() throws Exception {
        ImageShape shape = PresetRegistry.get(PresetRegistry.FIRST).spec().image();
        Dataset held = heldOut(shape);
        Dataset fewer = DatasetSubset.shuffled(training(shape), 1).range(0, 59_999);
        ClassifierStore store = new ClassifierStore(folder);
        assertThrows(CancellationException.class, () -> store.open(fewer, held, NOTHING_TO_TRAIN));
        assertThrows(CancellationException.class, () -> store.open(held, held, NOTHING_TO_TRAIN));
        ClassifierStore shorter = new ClassifierStore(folder, 100);
        assertThrows(CancellationException.class, () -> shorter.open(training(shape), held, NOTHING_TO_TRAIN));
    }

    @Test
    void weightsComeBackToTheLastBitAndDamagedOnesAreRefused() throws Exception {
        Dataset bars = new BarImages(60, 8, 1, true);
        ImportedDl4jNetwork trained =
                ClassifierTrainer.run(bars, new ClassifierTrainingSpec(2, 8, 2e-3, 1), ProgressListener.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassifierModelFile.writeWeights(trained, out);
        byte[] written = out.toByteArray();
        ImportedDl4jNetwork read = ClassifierModelFile.readWeights(new ByteArrayInputStream(written), bars.shape(), 8);
        assertEquals(ClassifierModelFile.sha256(trained), ClassifierModelFile.sha256(read));
        assertThrows(
                IOException.class,
                () -> ClassifierModelFile.readWeights(new ByteArrayInputStream(written), bars.shape(), 9));
        assertThrows(
                IOException.class,
                () -> ClassifierModelFile.readWeights(new ByteArrayInputStream(written), bars.shape(), 7));
    }
}
