package org.ganvas.session.history;

import java.util.List;

/**
 * The long arrays of something that is kept; all that is short stays in memory beside them. Not to be changed. Any
 * thread.
 *
 * @param floats pictures or weights
 * @param doubles curves
 */
record ArrayBlob(List<float[]> floats, List<double[]> doubles) {

    ArrayBlob {
        floats = List.copyOf(floats);
        doubles = List.copyOf(doubles);
    }

    long bytes() {
        long count = 0;
        for (float[] array : floats) {
            count += (long) array.length * Float.BYTES;
        }
        for (double[] array : doubles) {
            count += (long) array.length * Double.BYTES;
        }
        return count;
    }

    /** How long each array is: what a file of them needs to be read. */
    Lengths lengths() {
        return new Lengths(
                floats.stream().mapToInt(array -> array.length).toArray(),
                doubles.stream().mapToInt(array -> array.length).toArray());
    }

    /** Lengths of the arrays, in order. */
    record Lengths(int[] floats, int[] doubles) {}
}
