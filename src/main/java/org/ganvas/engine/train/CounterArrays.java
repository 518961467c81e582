package org.ganvas.engine.train;

import org.ganvas.engine.state.NamedArray;

/** Counts as arrays of a state: two floats, because one is exact up to 16.7 million only. Pure functions. */
final class CounterArrays {

    /** Numbers in an array. */
    static final int LENGTH = 2;

    private static final long BASE = 1 << 20;

    private CounterArrays() {}

    /** An array of a count up to 2^44. */
    static NamedArray encode(String name, long count) {
        return new NamedArray(name, new long[] {LENGTH}, new float[] {count / BASE, count % BASE});
    }

    static long decode(float[] values) {
        return (long) values[0] * BASE + (long) values[1];
    }
}
