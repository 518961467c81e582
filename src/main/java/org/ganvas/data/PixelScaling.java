package org.ganvas.data;

/** How stored grey bytes become the engine's pixels: 0 is -1 and 255 is 1. Stateless; any thread. */
public final class PixelScaling {

    private static final float[] PIXEL_OF_BYTE = new float[256];

    static {
        for (int grey = 0; grey < PIXEL_OF_BYTE.length; grey++) {
            PIXEL_OF_BYTE[grey] = (float) (grey / 127.5 - 1);
        }
    }

    private PixelScaling() {}

    public static void toPixels(byte[] source, int from, int count, float[] target, int offset) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = PIXEL_OF_BYTE[source[from + i] & 0xFF];
        }
    }
}
