package org.ganvas.data.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.RecordingProgress;
import org.junit.jupiter.api.Test;

class DatasetRegistryTest {

    @Test
    void everyBuiltInOpensUnderItsIdAndName() throws DataException {
        List<DatasetEntry> entries = DatasetRegistry.builtIns();

        assertEquals(DatasetEntry.DOODLES, entries.get(0).id());
        for (DatasetEntry entry : entries) {
            RecordingProgress progress = new RecordingProgress();
            Dataset set = DatasetRegistry.open(entry.id(), progress);
            assertEquals(entry.id(), set.id());
            assertEquals(entry.name(), set.name());
            assertEquals(List.of(1.0), progress.fractions());
        }
    }

    @Test
    void doodlesHaveATestSet() throws DataException {
        Dataset test = DatasetRegistry.openTest(DatasetEntry.DOODLES, ProgressListener.NONE)
                .orElseThrow();

        assertEquals("Doodle digits (test)", test.name());
        assertEquals(10_000, test.size());
        assertEquals(
                test.name(),
                DatasetRegistry.open(test.id(), ProgressListener.NONE).name());
        assertTrue(DatasetRegistry.openTest(test.id(), ProgressListener.NONE).isEmpty());
    }

    @Test
    void anUnknownBuiltInIsAnsweredWithTheKnownOnes() {
        String expected =
                "There is no built-in dataset 'builtin:cats': choose builtin:doodles, builtin:doodle-outlines, builtin:ring,"
                        + " builtin:ring-pacgan, builtin:grid, builtin:moons, builtin:swiss-roll, builtin:spiral, builtin:line,"
                        + " builtin:disjoint.";

        assertEquals(expected, sentenceOfOpen("builtin:cats"));
        assertEquals(
                expected, DataFailure.messageOf(() -> DatasetRegistry.openTest("builtin:cats", ProgressListener.NONE)));
    }

    @Test
    void nothingIsOpenedWhenAlreadyCancelled() {
        RecordingProgress cancelled = new RecordingProgress(0);

        assertThrows(CancellationException.class, () -> DatasetRegistry.open(DatasetEntry.DOODLES, cancelled));
        assertThrows(CancellationException.class, () -> DatasetRegistry.openTest(DatasetEntry.DOODLES, cancelled));
    }

    @Test
    void aBlankIdIsAnsweredWithTheSupportedPaths() {
        String expected =
                "No dataset was named: choose a folder of images (JPEG, PNG, TIFF, WebP, GIF, BMP) or one with"
                        + " train-images-idx3-ubyte (MNIST and its like), or builtin:doodles.";

        assertEquals(expected, sentenceOfOpen(" "));
    }

    @Test
    void anInvalidPathIsAnsweredWithAMessage() {
        String sentence = sentenceOfOpen("a\0b");

        assertTrue(sentence.contains("is not a valid file name here: choose a folder of images"), sentence);
    }

    private static String sentenceOfOpen(String id) {
        return DataFailure.messageOf(() -> DatasetRegistry.open(id, ProgressListener.NONE));
    }
}
