package org.ganvas.engine.train;

/** Long arrays of floats in pieces that fit the first-level cache. */
final class ArrayChunks {

    /** Four arrays of it stay in the cache. */
    static final int SIZE = 2048;

    private ArrayChunks() {}

    /** Zeros. */
    static float[][] zeros(long length) {
        int count = (int) ((length + SIZE - 1) / SIZE);
        float[][] chunks = new float[count][];
        for (int i = 0; i < count; i++) {
            chunks[i] = new float[(int) Math.min(SIZE, length - (long) i * SIZE)];
        }
        return chunks;
    }

    /** One array of all chunks. */
    static float[] joined(float[][] chunks, int length) {
        float[] out = new float[length];
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(chunks[c], 0, out, c * SIZE, chunks[c].length);
        }
        return out;
    }

    /** The opposite of {@link #joined}. */
    static void split(float[] values, float[][] chunks) {
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(values, c * SIZE, chunks[c], 0, chunks[c].length);
        }
    }
}
