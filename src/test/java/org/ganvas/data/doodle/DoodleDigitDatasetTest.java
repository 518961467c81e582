package org.ganvas.data.doodle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoodleDigitDatasetTest {

    private static final int PIXELS = 28 * 28;

    private Dataset doodles = DoodleDigitDataset.training(DatasetEntry.DOODLES);

    @BeforeAll
    void open() throws DataException {
        doodles = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
    }

    @Test
    void theDatasetHasItsInfo() {
        assertEquals(DatasetEntry.DOODLES, doodles.id());
        assertEquals("Doodle digits", doodles.name());
        assertEquals(60_000, doodles.size());
        assertEquals(new ImageShape(1, 28, 28), doodles.shape());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), doodles.classNames());
    }

    @Test
    void everyClassHasTheSameNumberOfImagesInShuffledOrder() {
        int[] labels = IntStream.range(0, doodles.size()).map(doodles::label).toArray();
        int[] counts = new int[10];
        int repeats = 0;
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            repeats += i > 0 && labels[i] == labels[i - 1] ? 1 : 0;
        }

        assertArrayEquals(IntStream.generate(() -> 6000).limit(10).toArray(), counts);
        assertEquals(6000, repeats, 400, "neighbours of the same class");
    }

    @Test
    void noTwoImagesAreEqual() {
        Set<ByteBuffer> seen = new HashSet<>();
        for (int i = 0; i < doodles.size(); i++) {
            assertTrue(seen.add(ByteBuffer.wrap(bytes(doodles, i))), "image " + i);
        }
    }

    @Test
    void aImageDoesNotDependOnOrderOrThread() {
        Dataset backwards = new DoodleDigitDataset("a", "a", 1, 60_000);
        Dataset together = new DoodleDigitDataset("b", "b", 1, 60_000);
        byte[][] parallel = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> bytes(together, i / 2))
                .toArray(byte[][]::new);

        for (int i = 199; i >= 0; i--) {
            byte[] expected = bytes(doodles, i);
            assertArrayEquals(expected, bytes(backwards, i), "image " + i);
            assertArrayEquals(expected, parallel[2 * i], "image " + i);
            assertArrayEquals(expected, parallel[2 * i + 1], "image " + i);
        }
    }

    /** Saved projects name this set and expect its images; on every JDK they are the same. */
    @Test
    void theImagesAreReproducible() {
        CRC32 checksum = new CRC32();
        for (int i = 0; i < 1000; i++) {
            checksum.update(doodles.label(i));
            checksum.update(bytes(doodles, i));
        }

        assertEquals(0x20534E11L, checksum.getValue());
    }

    @Test
    void anotherSeedGivesOtherImagesAndAnotherOrder() {
        Dataset other = new DoodleDigitDataset("a", "a", 2, 60_000);

        assertFalse(Arrays.equals(bytes(doodles, 0), bytes(other, 0)));
        assertFalse(IntStream.range(0, 100).allMatch(i -> doodles.label(i) == other.label(i)));
    }

    /** Measured on MNIST's training set: mean 0.131, deviation 0.309, stroke 2.46 with a deviation of 0.63. */
    @Test
    void greysAndStrokesAreLikeThoseOfMnist() {
        InkStatistics statistics = InkStatistics.of(doodles, 10_000);

        assertEquals(0.131, statistics.mean(), 0.004, "mean");
        assertEquals(0.309, statistics.deviation(), 0.006, "deviation");
        assertEquals(2.46, statistics.strokeWidth(), 0.1, "stroke");
        assertEquals(0.63, statistics.strokeWidthDeviation(), 0.08, "deviation of the stroke");
    }

    @Test
    void everyDigitIsCentredAndFitsItsBounds() {
        for (int i = 0; i < 5000; i++) {
            float[] ink = InkStatistics.ink(doodles, i);
            double[] centre = InkStatistics.centre(ink);
            int[] box = box(ink);

            assertEquals(14, centre[0], 0.75, "column of the centre of image " + i);
            assertEquals(14, centre[1], 0.75, "row of the centre of image " + i);
            int longer = Math.max(box[1] - box[0], box[3] - box[2]) + 1;
            assertTrue(longer >= 18 && longer <= 23, "image " + i + " is " + longer + " pixels long");
        }
    }

    @Test
    void aDigitLooksMoreLikeItsOwnClassThanLikeOthers() {
        float[][] ink = IntStream.range(0, 5500)
                .mapToObj(i -> InkStatistics.ink(doodles, i))
                .toArray(float[][]::new);
        long right = IntStream.range(5000, 5500)
                .filter(i -> doodles.label(nearest(ink, i)) == doodles.label(i))
                .count();

        assertTrue(right > 460, right + " of 500 have their nearest neighbour in their own class");
    }

    private static int nearest(float[][] ink, int index) {
        double best = Double.MAX_VALUE;
        int nearest = -1;
        for (int i = 0; i < 5000; i++) {
            double distance = distance(ink[index], ink[i], best);
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(float[] a, float[] b, double enough) {
        double sum = 0;
        for (int i = 0; i < PIXELS && sum < enough; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** First and last column, first and last row with visible ink. */
    private static int[] box(float[] ink) {
        int[] box = {28, -1, 28, -1};
        for (int i = 0; i < PIXELS; i++) {
            if (ink[i] > 0.1) {
                box[0] = Math.min(box[0], i % 28);
                box[1] = Math.max(box[1], i % 28);
                box[2] = Math.min(box[2], i / 28);
                box[3] = Math.max(box[3], i / 28);
            }
        }
        return box;
    }

    private static byte[] bytes(Dataset set, int index) {
        float[] image = new float[PIXELS];
        set.copyImage(index, image, 0);
        byte[] bytes = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            bytes[i] = (byte) Math.round((image[i] + 1) * 127.5f);
        }
        return bytes;
    }
}
