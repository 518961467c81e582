package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.MnistLocation;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real MNIST, byte for byte against the published checksums of the uncompressed files. */
class MnistTest {

    private static String folder = "";

    @BeforeAll
    static void find() {
        assumeTrue(MnistLocation.find().isPresent(), MnistLocation.MISSING);
        folder = MnistLocation.find().map(Path::toString).orElseThrow();
    }

    @Test
    void trainingSetIsThePublishedOne() throws DataException {
        Dataset mnist = DatasetRegistry.open(folder, ProgressListener.NONE);

        assertEquals(60_000, mnist.size());
        assertEquals(new ImageShape(1, 28, 28), mnist.shape());
        assertEquals(10, mnist.classCount());
        assertTrue(mnist.name().endsWith("(train)"), mnist.name());
        assertEquals("6bbc9ace898e44ae57da46a324031adb", checksumOfImages(mnist));
        assertEquals("a25bea736e30d166cdddb491f175f624", checksumOfLabels(mnist));
    }

    @Test
    void testSetIsThePublishedOne() throws DataException {
        Dataset mnist = DatasetRegistry.openTest(folder, ProgressListener.NONE).orElseThrow();

        assertEquals(10_000, mnist.size());
        assertTrue(mnist.name().endsWith("(t10k)"), mnist.name());
        assertEquals("2646ac647ad5339dbf082846283269ea", checksumOfImages(mnist));
        assertEquals("27ae3e4e09519cfbb04c329615203637", checksumOfLabels(mnist));
    }

    private static String checksumOfImages(Dataset set) {
        MessageDigest digest = md5();
        digest.update(ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(set.size())
                .putInt(28)
                .putInt(28)
                .array());
        float[] image = new float[28 * 28];
        for (int i = 0; i < set.size(); i++) {
            set.copyImage(i, image, 0);
            for (float pixel : image) {
                digest.update((byte) Math.round((pixel + 1) * 127.5f));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String checksumOfLabels(Dataset set) {
        MessageDigest digest = md5();
        digest.update(ByteBuffer.allocate(8).putInt(0x801).putInt(set.size()).array());
        for (int i = 0; i < set.size(); i++) {
            digest.update((byte) set.label(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
