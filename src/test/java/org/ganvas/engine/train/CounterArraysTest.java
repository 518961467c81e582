package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterArraysTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 24) + 1, 123_456_789_012L, (1L << 44) - 1})
    void countsSurviveAsFloats(long count) {
        assertEquals(
                count, CounterArrays.decode(CounterArrays.encode("count", count).values()));
    }
}
