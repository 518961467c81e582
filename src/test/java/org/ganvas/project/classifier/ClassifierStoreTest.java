package org.ganvas.project.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.dl4j.BarImages;
import org.ganvas.project.classifier.ClassifierCard.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierStoreTest {

    private static final int STEPS = 3;

    @TempDir
    private Path folder;

    private final Dataset learn = new BarImages(60, 8, 1, true);
    private final Dataset held = new BarImages(40, 8, 2, true);
    private int trained;

    @Test
    void aClassifierIsTrainedOnceAndThenStored() throws Exception {
        ClassifierCard first = card(learn, held);
        assertEquals(STEPS, trained);
        assertEquals(first, card(learn, held));
        assertEquals(STEPS, trained);
        assertEquals(Task.CLASSES, first.task());
        assertEquals("test:bars", first.data());
        assertEquals(60, first.pictures());
        assertEquals(40, first.tested());
        assertEquals(8, first.classes());
        assertEquals(64, first.features());
        assertTrue(first.sha256().matches("[0-9a-f]{64}"));
        assertTrue(first.accuracy() >= 0 && first.accuracy() <= 1);
    }

    /** Another name would train every classifier of a user again. */
    @Test
    void theNameOfAModelIsTheOneThatEarlierVersionsGaveIt() throws Exception {
        card(learn, held);
        assertEquals(
                List.of("8469b03e1474e70d5cca681feeed8898.json", "8469b03e1474e70d5cca681feeed8898.zip"),
                files().stream()
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void theStoredOneGivesWhatTheFreshOneGave() throws Exception {
        float[] image = new float[64];
        held.copyImage(3, image, 0);
        try (StoredClassifier fresh = open(learn, held);
                StoredClassifier stored = open(learn, held)) {
            assertArrayEquals(
                    fresh.classify(image).features(), stored.classify(image).features());
            assertArrayEquals(
                    fresh.classify(image).logits(), stored.classify(image).logits());
        }
    }

    @Test
    void otherImagesUnderTheSameNameGetAClassifierOfTheirOwn() throws Exception {
        ClassifierCard first = card(learn, held);
        ClassifierCard other = card(new BarImages(60, 8, 5, true), held);
        assertEquals(2 * STEPS, trained);
        assertNotEquals(first.sha256(), other.sha256());
        assertEquals(4, files().size());
    }

    @Test
    void aDamagedFileIsTrainedAgain() throws Exception {
        ClassifierCard first = card(learn, held);
        Path model = files().stream()
                .filter(file -> file.toString().endsWith(".zip"))
                .findFirst()
                .orElseThrow();
        Files.write(model, new byte[] {1, 2, 3});
        try (StoredClassifier again = open(learn, held)) {
            assertEquals(first, again.card());
            assertEquals(1, again.warnings().size());
            String warning = again.warnings().get(0).english();
            assertTrue(warning.contains("trained again"), warning);
            assertEquals(1, warning.lines().count());
        }
        assertEquals(2 * STEPS, trained);
        assertEquals(first, card(learn, held));
        assertEquals(2 * STEPS, trained);
    }

    @Test
    void weightsThatAreNotThoseOfTheCardAreTrainedAgain() throws Exception {
        ClassifierCard first = card(learn, held);
        Path card = files().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
        Files.writeString(card, Files.readString(card).replace(first.sha256(), "0".repeat(64)));
        assertEquals(first.sha256(), card(learn, held).sha256());
        assertEquals(2 * STEPS, trained);
        Files.writeString(card, "{}");
        card(learn, held);
        assertEquals(3 * STEPS, trained);
    }

    @Test
    void imagesWithoutLabelsAreClassifiedByTheirRotation() throws Exception {
        ClassifierStore longer = new ClassifierStore(folder, 120);
        try (StoredClassifier classifier =
                longer.open(new BarImages(90, 9, 1, false), new BarImages(50, 9, 2, false), ProgressListener.NONE)) {
            assertEquals(Task.QUARTER_TURNS, classifier.card().task());
            assertEquals(4, classifier.card().classes());
            assertEquals(200, classifier.card().tested());
            assertTrue(classifier.card().accuracy() > 0.8, classifier.card().toString());
        }
    }

    @Test
    void aClassifierThatCannotBeStoredWorksAllTheSame() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));
        try (StoredClassifier classifier =
                new ClassifierStore(file.resolve("below"), STEPS).open(learn, held, ProgressListener.NONE)) {
            assertEquals(1, classifier.warnings().size());
            String warning = classifier.warnings().get(0).english();
            assertTrue(warning.contains("could not be kept"), warning);
            assertEquals(8, classifier.classify(new float[64]).logits().length);
        }
        try (StoredClassifier stored = open(learn, held)) {
            assertEquals(List.of(), stored.warnings());
        }
    }

    private ClassifierCard card(Dataset training, Dataset test) throws Exception {
        try (StoredClassifier classifier = open(training, test)) {
            return classifier.card();
        }
    }

    private StoredClassifier open(Dataset training, Dataset test) throws Exception {
        return new ClassifierStore(folder.resolve("stored"), STEPS).open(training, test, new ProgressListener() {
            @Override
            public void report(double fraction) {
                trained++;
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("stored"))) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
