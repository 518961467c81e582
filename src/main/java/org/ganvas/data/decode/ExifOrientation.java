package org.ganvas.data.decode;

/**
 * Orientation of the camera: tag 0x0112 of Exif and TIFF. Pure; any thread.
 *
 * @param number 1 upright; 2 and 4 mirrored; 3 upside down; 5 to 8 lying on a side
 */
record ExifOrientation(int number) {

    static final ExifOrientation UPRIGHT = new ExifOrientation(1);

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
