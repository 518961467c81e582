package org.ganvas.data.decode;

import java.util.concurrent.Semaphore;

/**
 * Memory that all decoding threads together may take for pixels: a quarter of the heap. A thread that asks for more than is
 * free waits; holders never wait for one another. Any thread.
 */
final class DecodeMemory {

    private static final int UNIT_SHIFT = 16;
    private static final int TOTAL_UNITS =
            (int) Math.max(64, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 >> UNIT_SHIFT));
    private static final Semaphore FREE = new Semaphore(TOTAL_UNITS, true);

    private DecodeMemory() {}

    /** Most bytes that one strip of an image takes: a quarter of all, so that threads seldom wait. */
    static long stripBytes() {
        return ((long) TOTAL_UNITS << UNIT_SHIFT) / 4;
    }

    /** Most bytes that one image can be granted. */
    static long totalBytes() {
        return (long) TOTAL_UNITS << UNIT_SHIFT;
    }

    /** Granted memory, returned when closed. */
    static Grant take(long bytes) {
        int units = (int) Math.min(TOTAL_UNITS, (bytes >> UNIT_SHIFT) + 1);
        FREE.acquireUninterruptibly(units);
        return new Grant(units);
    }

    /** Granted memory. */
    static final class Grant implements AutoCloseable {
        private final int units;

        private Grant(int units) {
            this.units = units;
        }

        @Override
        public void close() {
            FREE.release(units);
        }
    }
}
