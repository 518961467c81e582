package org.ganvas.engine.autodiff;

import java.util.Arrays;

/**
 * Where the windows of a convolution lie in one picture, and the copying between the picture and its windows (im2col and
 * col2im). A matrix of windows has a row for each channel and place in the window, and a column for each window.
 *
 * @param channels of the picture
 * @param height of the picture
 * @param width of the picture
 * @param kernel side of a window
 * @param geometry how the windows step
 */
record Im2Col(int channels, int height, int width, int kernel, ConvolutionOps.Geometry geometry) {

    /** Numbers in one window. */
    int rows() {
        return channels * kernel * kernel;
    }

    /** Number of windows. */
    int columns() {
        return across(height) * across(width);
    }

    private int across(int side) {
        return (int) geometry.convSide(side, kernel);
    }

    /** Numbers in the picture. */
    int size() {
        return channels * height * width;
    }

    /** Copies the windows out; what lies in the padding is zero. */
    void unfold(float[] picture, float[] windows) {
        Arrays.fill(windows, 0, rows() * columns(), 0);
        for (int row = 0; row < rows(); row++) {
            eachLine(row, windows, picture, true);
        }
    }

    /** Adds the windows up where they lie, the opposite of {@link #unfold}. */
    void fold(float[] windows, float[] picture) {
        Arrays.fill(picture, 0, size(), 0);
        for (int row = 0; row < rows(); row++) {
            eachLine(row, windows, picture, false);
        }
    }

    /** One place of the window at all its positions, line by line. */
    private void eachLine(int row, float[] windows, float[] picture, boolean out) {
        int channel = row / (kernel * kernel);
        int dy = row / kernel % kernel - geometry.padding();
        int dx = row % kernel - geometry.padding();
        int stride = geometry.stride();
        int lines = across(height);
        int each = across(width);
        // The first and the last window whose place lies inside the picture's width.
        int first = dx >= 0 ? 0 : (stride - 1 - dx) / stride;
        int count = Math.min(each, Math.floorDiv(width - 1 - dx, stride) + 1) - first;
        for (int line = 0; line < lines; line++) {
            int y = line * stride + dy;
            if (y < 0 || y >= height || count <= 0) {
                continue;
            }
            int at = (row * lines + line) * each + first;
            int pixel = (channel * height + y) * width + dx + first * stride;
            if (out) {
                for (int i = 0; i < count; i++) {
                    windows[at + i] = picture[pixel + i * stride];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    picture[pixel + i * stride] += windows[at + i];
                }
            }
        }
    }
}
