package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ValueHistogramTest {

    @Test
    void everyNumberFallsIntoItsBin() {
        ValueHistogram histogram = ValueHistogram.of(new float[] {0, 0.9f, 1, 3.9f, 4}, 4);
        assertArrayEquals(new int[] {2, 1, 0, 2}, histogram.counts());
        assertEquals(0, histogram.low());
        assertEquals(4, histogram.high());
        assertEquals(2, histogram.highestCount());
    }

    @Test
    void momentsAreThoseOfTheFiniteNumbers() {
        ValueHistogram histogram = ValueHistogram.of(new float[] {1, 3, Float.NaN, Float.POSITIVE_INFINITY}, 2);
        assertEquals(2, histogram.mean(), 1e-9);
        assertEquals(1, histogram.deviation(), 1e-9);
        assertEquals(2, histogram.nonFinite());
    }

    @Test
    void numbersBeyondAGivenRangeAreCountedAtItsEnds() {
        assertArrayEquals(
                new int[] {1, 0, 2},
                ValueHistogram.of(new float[] {-9, 2.5f, 9}, 3, 0, 3).counts());
    }

    @Test
    void oneValueAndNoneAreAllowed() {
        assertEquals(3, ValueHistogram.of(new float[] {2, 2, 2}, 4).highestCount());
        assertSame(ValueHistogram.EMPTY, ValueHistogram.of(new float[] {Float.NaN}, 4));
    }
}
