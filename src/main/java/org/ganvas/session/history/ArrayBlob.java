package org.ganvas.session.history;

import java.util.List;

/**
 * The long arrays of a checkpoint; everything short stays in memory beside them. Immutable by convention, any thread.
 *
 * @param floats pixels or weights
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

    Lengths lengths() {
        return new Lengths(
                floats.stream().mapToInt(array -> array.length).toArray(),
                doubles.stream().mapToInt(array -> array.length).toArray());
    }

    /** Lengths of the arrays, in order: needed to read them back from a file. */
    record Lengths(int[] floats, int[] doubles) {}
}
