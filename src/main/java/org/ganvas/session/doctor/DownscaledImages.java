package org.ganvas.session.doctor;

import org.ganvas.data.ImageShape;
import org.ganvas.metrics.FeatureMatrix;

/** Images downscaled by averaging, so that comparing all pairs is cheap. Pure, any thread. */
final class DownscaledImages {

    /** Longest side afterwards. */
    private static final int SIDE = 16;

    private final ImageShape shape;
    private final int factor;
    private final int rows;
    private final int columns;

    DownscaledImages(ImageShape shape) {
        this.shape = shape;
        int longest = Math.max(shape.height(), shape.width());
        factor = shape.isPoint() ? 1 : (longest + SIDE - 1) / SIDE;
        rows = (shape.height() + factor - 1) / factor;
        columns = (shape.width() + factor - 1) / factor;
    }

    FeatureMatrix of(float[] pixels) {
        int count = pixels.length / shape.size();
        int width = shape.channels() * rows * columns;
        float[] small = new float[count * width];
        for (int channel = 0; channel < count * shape.channels(); channel++) {
            downscale(pixels, channel * shape.height() * shape.width(), small, channel * rows * columns);
        }
        return new FeatureMatrix(small, width);
    }

    private void downscale(float[] pixels, int from, float[] small, int to) {
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                small[to + y / factor * columns + x / factor] +=
                        pixels[from + y * shape.width() + x] / (factor * factor);
            }
        }
    }
}
