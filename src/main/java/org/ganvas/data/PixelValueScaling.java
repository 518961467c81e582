package org.ganvas.data;

/** Scaling of stored bytes to the engine's pixels: 0 becomes -1 and 255 becomes 1. Stateless; any thread. */
public final class PixelValueScaling {

    private static final float[] PIXEL_OF_BYTE = new float[256];

    static {
        for (int level = 0; level < PIXEL_OF_BYTE.length; level++) {
            PIXEL_OF_BYTE[level] = (float) (level / 127.5 - 1);
        }
    }

    private PixelValueScaling() {}

    /** Scales {@code count} bytes from {@code from} on into {@code target} from {@code offset} on. */
    public static void toPixels(byte[] source, int from, int count, float[] target, int offset) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = PIXEL_OF_BYTE[source[from + i] & 0xFF];
        }
    }
}
