package org.ganvas.engine.autodiff.kernel;

import java.util.Arrays;

/**
 * Copies between an image and the matrix of a convolution's windows (im2col and col2im). The matrix has a row for each
 * channel and position in the window, and a column for each window. Immutable.
 *
 * @param channels of the image
 * @param height of the image
 * @param width of the image
 * @param kernel side of a window
 * @param stride distance between two windows
 * @param padding zeros around the image
 */
public record Im2Col(int channels, int height, int width, int kernel, int stride, int padding) {

    /** Numbers in one window. */
    public int rows() {
        return channels * kernel * kernel;
    }

    /** Number of windows. */
    public int columns() {
        return windowsAlong(height) * windowsAlong(width);
    }

    private int windowsAlong(int side) {
        return (side + 2 * padding - kernel) / stride + 1;
    }

    /** Numbers in the image. */
    public int size() {
        return channels * height * width;
    }

    /** Copies the image into the windows (im2col), with zeros in the padding. */
    public void unfold(float[] image, float[] windows) {
        Arrays.fill(windows, 0, rows() * columns(), 0);
        for (int row = 0; row < rows(); row++) {
            copyRow(row, windows, image, true);
        }
    }

    /** Adds the windows up into the image (col2im), the transpose of {@link #unfold}. */
    public void fold(float[] windows, float[] image) {
        Arrays.fill(image, 0, size(), 0);
        for (int row = 0; row < rows(); row++) {
            copyRow(row, windows, image, false);
        }
    }

    /** Copies or adds one row of the window matrix, line by line. */
    private void copyRow(int row, float[] windows, float[] image, boolean out) {
        int channel = row / (kernel * kernel);
        int dy = row / kernel % kernel - padding;
        int dx = row % kernel - padding;
        int lines = windowsAlong(height);
        int perLine = windowsAlong(width);
        // The first window, and the number of windows, whose position lies inside the image's width.
        int first = dx >= 0 ? 0 : (stride - 1 - dx) / stride;
        int count = Math.min(perLine, Math.floorDiv(width - 1 - dx, stride) + 1) - first;
        for (int line = 0; line < lines; line++) {
            int y = line * stride + dy;
            if (y < 0 || y >= height || count <= 0) {
                continue;
            }
            int at = (row * lines + line) * perLine + first;
            int pixel = (channel * height + y) * width + dx + first * stride;
            if (out) {
                for (int i = 0; i < count; i++) {
                    windows[at + i] = image[pixel + i * stride];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    image[pixel + i * stride] += windows[at + i];
                }
            }
        }
    }
}
