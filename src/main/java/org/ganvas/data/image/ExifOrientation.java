package org.ganvas.data.image;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Orientation of the camera from a JPEG's Exif block (tag 0x0112 of the TIFF directory, 1 to 8). Readers of the JDK
 * ignore it, and photographs would lie on their sides. Pure; any thread.
 *
 * @param number 1 upright; 2 and 4 mirrored; 3 upside down; 5 to 8 lying on a side
 */
record ExifOrientation(int number) {

    static final ExifOrientation UPRIGHT = new ExifOrientation(1);

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int EXIF_IDENTIFIER = 0x45786966;
    private static final int MAX_SEGMENTS = 32;

    /** Reads the orientation and seeks back to the start; upright where the file has none. */
    static ExifOrientation of(ImageInputStream in) throws IOException {
        try {
            return new ExifOrientation(readOrientation(in));
        } catch (IOException | RuntimeException truncated) {
            // Decoding the image finds out whether the file is damaged.
            return UPRIGHT;
        } finally {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
        }
    }

    private static int readOrientation(ImageInputStream in) throws IOException {
        in.seek(0);
        if (in.readUnsignedShort() != START_OF_IMAGE) {
            return 1;
        }
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            int marker = in.readUnsignedShort();
            long next = in.getStreamPosition() + in.readUnsignedShort();
            if (marker == START_OF_SCAN) {
                return 1;
            }
            if (marker == APP1 && in.readInt() == EXIF_IDENTIFIER && in.readShort() == 0) {
                return readDirectory(in);
            }
            in.seek(next);
        }
        return 1;
    }

    private static int readDirectory(ImageInputStream in) throws IOException {
        long start = in.getStreamPosition();
        in.setByteOrder(in.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.readUnsignedShort();
        in.seek(start + in.readUnsignedInt());
        int entries = in.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            int tag = in.readUnsignedShort();
            in.skipBytes(6);
            int value = in.readUnsignedShort();
            in.skipBytes(2);
            if (tag == ORIENTATION_TAG) {
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** Whether rows become columns. */
    boolean swapsAxes() {
        return number >= 5;
    }

    /**
     * Plane turned upright.
     *
     * @param pixels row by row
     * @return row by row; width and height are exchanged if {@link #swapsAxes}
     */
    float[] upright(float[] pixels, int width, int height) {
        if (number == 1) {
            return pixels;
        }
        float[] turned = new float[pixels.length];
        int newWidth = swapsAxes() ? height : width;
        int newHeight = swapsAxes() ? width : height;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = pixels[sourceIndex(x, y, width, height)];
            }
        }
        return turned;
    }

    /** Index of the stored pixel for a position in the upright image. */
    private int sourceIndex(int x, int y, int width, int height) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (number) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
