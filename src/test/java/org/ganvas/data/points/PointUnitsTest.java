package org.ganvas.data.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.data.PointTransform;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points of files keep every digit, whatever the networks are given. */
class PointUnitsTest {

    private static final int COUNT = 300;

    @TempDir
    private Path folder;

    private Dataset open(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("points.csv"), text);
        return DatasetRegistry.open(file.toString(), ProgressListener.NONE);
    }

    private Dataset seconds() throws Exception {
        return open(IntStream.range(0, COUNT)
                .mapToObj(i -> (1_700_000_000L + i) + "," + i % 10)
                .collect(Collectors.joining("\n")));
    }

    private static double[] x(Dataset set) {
        return IntStream.range(0, set.size())
                .mapToDouble(i -> set.coordinate(i, 0))
                .toArray();
    }

    @Test
    void threeHundredSecondsAreThreeHundredValues() throws Exception {
        Dataset set = seconds();
        float[] given = PointDistributionTest.points(set);
        assertEquals(
                COUNT,
                IntStream.range(0, COUNT).mapToObj(i -> given[2 * i]).distinct().count());
        double[] back = set.pointTransform().toData(given);
        for (int i = 0; i < COUNT; i++) {
            assertEquals(1_700_000_000.0 + i, set.coordinate(i, 0));
            assertEquals(1_700_000_000.0 + i, back[2 * i]);
            assertEquals(i % 10, back[2 * i + 1]);
        }
    }

    @Test
    void theTransformOfAnEarlierRunIsTakenAndTheFingerprintStays() throws Exception {
        Dataset set = seconds();
        String fingerprint = DatasetFingerprint.of(set);
        Dataset raw = set.withPointTransform(PointTransform.IDENTITY);
        float[] point = new float[2];
        raw.copyImage(7, point, 0);
        assertArrayEquals(new float[] {1_700_000_007L, 7}, point);
        assertArrayEquals(x(set), x(raw));
        assertEquals(fingerprint, DatasetFingerprint.of(raw));
        assertEquals(set.pointTransform(), raw.fittingTransform());
        assertSame(set, set.withPointTransform(set.pointTransform()));
        Dataset moved = open("1700000000,0\n1700000001,1.5\n");
        assertNotEquals(fingerprint, DatasetFingerprint.of(moved));
    }

    @Test
    void aDifferenceBelowSinglePrecisionIsAnotherFingerprint() throws Exception {
        String one = DatasetFingerprint.of(open("0,0\n1,1\n0.5,0.25\n"));
        assertNotEquals(one, DatasetFingerprint.of(open("0,0\n1,1\n0.5000000000000001,0.25\n")));
    }

    @Test
    void aSubsetHasTheUnitsOfItsWhole() throws Exception {
        Dataset part = new DatasetSubset(seconds(), 5, 6);
        assertEquals(1_700_000_006.0, part.coordinate(1, 0));
        assertEquals(seconds().pointTransform(), part.pointTransform());
        assertEquals(
                PointTransform.IDENTITY,
                part.withPointTransform(PointTransform.IDENTITY).pointTransform());
        assertEquals(
                1_700_000_006.0,
                part.withPointTransform(PointTransform.IDENTITY).coordinate(1, 0));
    }

    @Test
    void builtInPointsCanBeSeenAsAnotherRunIsGivenPoints() throws Exception {
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        PointTransform half = new PointTransform(10, 0, 2, 2);
        Dataset scaled = ring.withPointTransform(half);
        float[] before = new float[2];
        float[] after = new float[2];
        ring.copyImage(0, before, 0);
        scaled.copyImage(0, after, 0);
        assertEquals((before[0] - 10) / 2, after[0], 1e-6);
        assertEquals(before[0], scaled.coordinate(0, 0));
        assertTrue(scaled.modes().isEmpty(), "modes are in the units of the ring");
        assertTrue(scaled.withPointTransform(PointTransform.IDENTITY).modes().isPresent());
    }

    @Test
    void theReportNamesRangesAndTransform() throws Exception {
        String report =
                seconds().report().understood().stream().map(Message::english).collect(Collectors.joining("\n"));
        assertTrue(report.contains("x from 1700000000 to 1700000299, y from 0 to 9."), report);
        assertTrue(report.contains("(x - 1700000"), report);
        assertTrue(seconds().remark().isEmpty(), "nothing unusual");
    }

    @Test
    void valuesThatAnOutlierCrowdsTogetherAreTold() throws Exception {
        Dataset crowded = open("1e12,0\n"
                + IntStream.range(0, COUNT)
                        .mapToObj(i -> (100_000_000_000L + i) + "," + i)
                        .collect(Collectors.joining("\n")));
        String told = crowded.remark().orElseThrow().english();
        assertTrue(told.matches("Of 301 different values of x training can tell only \\d, .*"), told);
    }

    @Test
    void hugeAndTinyNumbersAreReadAndImpossibleOnesAreNot() throws Exception {
        Dataset set = open("1e300,1e-300\n-1e300,3e-300\n5e299,2e-300\n");
        assertArrayEquals(new double[] {1e300, -1e300, 5e299}, x(set));
        float[] point = new float[2];
        for (int i = 0; i < 3; i++) {
            set.copyImage(i, point, 0);
            assertTrue(Math.abs(point[0]) < 4 && Math.abs(point[1]) < 4, point[0] + ", " + point[1]);
        }
        assertTrue(DataFailure.messageOf(() -> open("1e301,0\n0,1\n")).contains("'1e301' in line 1"));
        assertTrue(DataFailure.messageOf(() -> open("1700000000,5\n")).contains("only one point"));
        assertTrue(DataFailure.messageOf(() -> open("1700000000,5\n1700000000,5\n"))
                .contains("only one point"));
        assertEquals(2, open("1700000000,5\n1700000000.000001,5\n").size());
    }
}
