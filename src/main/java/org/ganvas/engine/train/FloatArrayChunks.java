package org.ganvas.engine.train;

/** Float arrays in chunks that fit the first-level cache. Pure functions. */
final class FloatArrayChunks {

    /** Numbers in a chunk: four chunks at a time stay in the cache. */
    static final int SIZE = 2048;

    private FloatArrayChunks() {}

    /** Chunks of zeros, {@code length} numbers in all. */
    static float[][] zeros(long length) {
        int count = (int) ((length + SIZE - 1) / SIZE);
        float[][] chunks = new float[count][];
        for (int i = 0; i < count; i++) {
            chunks[i] = new float[(int) Math.min(SIZE, length - (long) i * SIZE)];
        }
        return chunks;
    }

    /** The numbers of all chunks as one array. */
    static float[] joined(float[][] chunks, int length) {
        float[] out = new float[length];
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(chunks[c], 0, out, c * SIZE, chunks[c].length);
        }
        return out;
    }

    /** Copies an array into its chunks, the inverse of {@link #joined}. */
    static void split(float[] values, float[][] chunks) {
        for (int c = 0; c < chunks.length; c++) {
            System.arraycopy(values, c * SIZE, chunks[c], 0, chunks[c].length);
        }
    }
}
