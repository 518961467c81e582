package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MNIST's relatives as their own programs leave them. */
class IdxLayoutTest {

    @TempDir
    private Path folder;

    @Test
    void torchvisionsFolderIsFoundFromItsRoot() throws DataException {
        put("MNIST/raw/train-images-idx3-ubyte", IdxTestFiles.images(3, 4, 4));
        put("MNIST/raw/train-labels-idx1-ubyte", IdxTestFiles.labels(7, 1, 2));
        put("MNIST/raw/train-images-idx3-ubyte.gz", IdxTestFiles.gzip(IdxTestFiles.images(3, 4, 4)));
        put("MNIST/raw/t10k-images-idx3-ubyte", IdxTestFiles.images(2, 4, 4));
        for (String root : List.of("", "MNIST", "MNIST/raw")) {
            Dataset set = open(folder.resolve(root));
            assertEquals(3, set.size(), root);
            assertEquals(7, set.label(0), root);
            assertEquals("MNIST (train)", set.name(), root);
            assertEquals(
                    2,
                    DatasetRegistry.openTest(folder.resolve(root).toString(), ProgressListener.NONE)
                            .orElseThrow()
                            .size());
        }
    }

    @Test
    void emnistsOwnFilesAreTurnedUpright() throws DataException {
        put("emnist-letters-train-images-idx3-ubyte", IdxTestFiles.images(2, 2, 3));
        put("emnist-letters-train-labels-idx1-ubyte", IdxTestFiles.labels(1, 26));
        put("emnist-letters-test-images-idx3-ubyte", IdxTestFiles.images(1, 2, 3));
        put("emnist-letters-test-labels-idx1-ubyte", IdxTestFiles.labels(3));
        Dataset set = open(folder);
        assertEquals(3, set.shape().height());
        assertEquals(2, set.shape().width());
        float[] image = new float[6];
        set.copyImage(0, image, 0);
        // Stored as rows 0 1 2 and 3 4 5.
        int[] levels = new int[6];
        for (int i = 0; i < 6; i++) {
            levels[i] = Math.round((image[i] + 1) * 127.5f);
        }
        assertArrayEquals(new int[] {0, 3, 1, 4, 2, 5}, levels);
        assertEquals(List.of(0, 25), List.of(set.label(0), set.label(1)));
        assertEquals(26, DatasetPreview.of(folder.toString()).orElseThrow().classes());
        Dataset test = DatasetRegistry.openTest(folder.toString(), ProgressListener.NONE)
                .orElseThrow();
        assertEquals("C", test.classNames().get(test.label(0)));
    }

    @Test
    void balancedEmnistHasTheNamesOfItsCharacters() throws DataException {
        put("emnist-balanced-train-images-idx3-ubyte", IdxTestFiles.images(3, 2, 2));
        put("emnist-balanced-train-labels-idx1-ubyte", IdxTestFiles.labels(0, 10, 46));
        Dataset set = open(folder);
        assertEquals(47, set.classCount());
        assertEquals("0", set.classNames().get(0));
        assertEquals("A", set.classNames().get(10));
        assertEquals("t", set.classNames().get(46));
    }

    @Test
    void severalSplitsAskForOne() {
        put("emnist-letters-train-images-idx3-ubyte", IdxTestFiles.images(2, 2, 2));
        Path digits = put("emnist-digits-train-images-idx3-ubyte", IdxTestFiles.images(2, 2, 2));
        assertEquals(
                folder + " holds several datasets: choose a file of images of one, for example " + digits + ".",
                DataFailure.messageOf(() -> open(folder)));
    }

    @Test
    void labelsThatEmnistDoesNotHaveAreRefused() {
        put("emnist-letters-train-images-idx3-ubyte", IdxTestFiles.images(2, 2, 2));
        put("emnist-letters-train-labels-idx1-ubyte", IdxTestFiles.labels(0, 3));
        assertTrue(DataFailure.messageOf(() -> open(folder)).contains("holds labels that EMNIST's"));
    }

    @Test
    void qmnistsTableOfLabelsIsRead() throws DataException {
        put("qmnist-train-images-idx3-ubyte", IdxTestFiles.images(2, 4, 4));
        ByteBuffer table = ByteBuffer.allocate(2 * 8 * Integer.BYTES);
        table.putInt(0, 5).putInt(8 * Integer.BYTES, 9);
        put("qmnist-train-labels-idx2-int", IdxTestFiles.idx(0x0C, new int[] {2, 8}, table.array()));
        Dataset set = open(folder);
        assertEquals(List.of(5, 9), List.of(set.label(0), set.label(1)));
        assertEquals(10, set.classCount());
    }

    @Test
    void aTableThatIsCutShortIsRefused() {
        put("qmnist-train-images-idx3-ubyte", IdxTestFiles.images(2, 4, 4));
        put("qmnist-train-labels-idx2-int", IdxTestFiles.idx(0x0C, new int[] {2, 8}, new byte[40]));
        assertTrue(DataFailure.messageOf(() -> open(folder)).contains("ends before all of its labels"));
    }

    private Path put(String name, byte[] content) {
        return org.ganvas.data.decode.ImageTestFiles.bytes(folder.resolve(name), content);
    }

    private static Dataset open(Path path) throws DataException {
        return DatasetRegistry.open(path.toString(), ProgressListener.NONE);
    }
}
