package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointTransformTest {

    private static final int COUNT = 300;

    private static double[] points(IntToDoubleFunction x, IntToDoubleFunction y) {
        return IntStream.range(0, 2 * COUNT)
                .mapToDouble(i -> (i % 2 == 0 ? x : y).applyAsDouble(i / 2))
                .toArray();
    }

    private static long distinct(double[] points, int axis) {
        return IntStream.range(0, points.length / 2)
                .mapToDouble(i -> points[2 * i + axis])
                .distinct()
                .count();
    }

    private static double deviation(float[] points, int axis) {
        double mean = IntStream.range(0, points.length / 2)
                .mapToDouble(i -> points[2 * i + axis])
                .average()
                .orElse(0);
        double square = IntStream.range(0, points.length / 2)
                .mapToDouble(i -> points[2 * i + axis] - mean)
                .map(difference -> difference * difference)
                .average()
                .orElse(0);
        assertTrue(Math.abs(mean) < 2, "mean " + mean);
        return Math.sqrt(square);
    }

    @Test
    void secondsSince1970AndUtmMetresComeBackToTheLastBit() {
        double[] seconds = points(i -> 1_700_000_000.0 + i, i -> 0.5 * (i % 7));
        double[] metres = points(i -> 455_000.25 + 0.5 * i, i -> 5_333_000.75 + 0.25 * i);
        for (double[] data : new double[][] {seconds, metres}) {
            PointTransform transform = PointTransform.fitting(data);
            double[] back = transform.toData(transform.fromData(data));
            assertArrayEquals(data, back);
            assertEquals(COUNT, distinct(back, 0));
            assertEquals(1, deviation(transform.fromData(data), 0), 0.5);
            assertEquals(1, deviation(transform.fromData(data), 1), 0.5);
        }
        assertTrue(
                IntStream.range(0, COUNT)
                                .mapToObj(i -> (float) seconds[2 * i])
                                .distinct()
                                .count()
                        < 5,
                "in single precision they would not be distinct");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-100, 1e-9, 0.01, 100, 1e20, 1e100, 1e290})
    void anySpreadBecomesOneWithoutAnOverflow(double size) {
        Random random = new Random(1);
        double[] data = points(i -> size * (3 + random.nextGaussian()), i -> size * random.nextGaussian() / 50);
        PointTransform transform = PointTransform.fitting(data);
        float[] scaled = transform.fromData(data);
        assertEquals(1, deviation(scaled, 0), 0.45);
        assertEquals(1, deviation(scaled, 1), 0.45);
        double[] back = transform.toData(scaled);
        for (int i = 0; i < data.length; i++) {
            assertEquals(data[i], back[i], 1e-6 * size);
        }
    }

    @Test
    void axesOfVeryDifferentSizesHaveScalesOfTheirOwn() {
        double[] data = points(i -> 1e300 * i / COUNT, i -> 1e-300 * (i * 7 % COUNT));
        PointTransform transform = PointTransform.fitting(data);
        float[] scaled = transform.fromData(data);
        assertEquals(1, deviation(scaled, 0), 0.45);
        assertEquals(1, deviation(scaled, 1), 0.45);
        assertEquals(COUNT, distinct(transform.toData(scaled), 1));
    }

    @Test
    void aMapKeepsItsShape() {
        PointTransform transform = PointTransform.fitting(points(i -> 455_000 + i, i -> 5_333_000 + i % 90));
        assertEquals(transform.scaleX(), transform.scaleY());
    }

    @Test
    void pointsNearZeroWithASpreadNearOneAreTrainedOnAsTheyAre() {
        Random random = new Random(2);
        double[] data = points(i -> random.nextGaussian(), i -> 1 + random.nextGaussian());
        assertSame(PointTransform.IDENTITY, PointTransform.fitting(data));
        assertTrue(!PointTransform.fitting(points(i -> 100 * data[2 * i], i -> data[2 * i + 1]))
                .isIdentity());
        assertTrue(!PointTransform.fitting(points(i -> data[2 * i] + 50, i -> data[2 * i + 1]))
                .isIdentity());
    }

    @Test
    void aConstantColumnStaysWhereItIs() {
        DoubleUnaryOperator second = i -> 20 + i;
        for (double constant : new double[] {0, 7, -1e300, 1.7e9}) {
            double[] data = points(i -> constant, second::applyAsDouble);
            PointTransform transform = PointTransform.fitting(data);
            double[] back = transform.toData(transform.fromData(data));
            assertEquals(1, distinct(back, 0));
            assertEquals(constant, back[0], Math.abs(constant) * 1e-12);
            assertEquals(COUNT, distinct(back, 1));
        }
    }

    @Test
    void onePointIsATransformToo() {
        for (double[] one : new double[][] {{0, 0}, {1.7e9, -3e-300}, {1e300, 1e300}}) {
            PointTransform transform = PointTransform.fitting(one);
            double[] back = transform.toData(transform.fromData(one));
            assertEquals(one[0], back[0], Math.abs(one[0]) * 1e-12);
            assertEquals(one[1], back[1], Math.abs(one[1]) * 1e-12 + 1e-300);
        }
    }

    @Test
    void impossibleScalesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PointTransform(0, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new PointTransform(0, 0, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new PointTransform(Double.NaN, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PointTransform(0, 0, 1, Double.POSITIVE_INFINITY));
    }
}
