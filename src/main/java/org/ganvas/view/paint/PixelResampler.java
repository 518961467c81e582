package org.ganvas.view.paint;

import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/**
 * Paints pictures at a scale that is no whole number, each pixel of the screen with the mean of what it covers: leaving
 * pixels out, or some twice, would tear thin strokes apart. First along the rows, then down. One thread.
 */
final class PixelResampler {

    private final ImageShape shape;
    private final PixelShares across;
    private final PixelShares down;
    private final int width;
    private final int height;
    private final float[][] rows;

    PixelResampler(ImageShape shape, ImageScale scale) {
        this.shape = shape;
        width = scale.side(shape.width());
        height = scale.side(shape.height());
        across = PixelShares.of(shape.width(), width);
        down = PixelShares.of(shape.height(), height);
        rows = new float[shape.channels()][width * shape.height()];
    }

    /**
     * Paints one picture of a grid.
     *
     * @param corner where its first pixel goes
     * @param stride from one line of the target to the next
     */
    void paint(SampleGrid grid, int index, int[] target, int corner, int stride) {
        for (int c = 0; c < shape.channels(); c++) {
            stretch(grid.pixels(), index * shape.size() + c * shape.width() * shape.height(), rows[c]);
        }
        boolean grey = shape.channels() == 1;
        for (int y = 0; y < height; y++) {
            int from = down.first()[y] * width;
            float[] weights = down.weights()[y];
            for (int x = 0; x < width; x++) {
                int red = ImagePainter.level(mean(rows[0], from + x, weights));
                target[corner + y * stride + x] = grey
                        ? ImagePainter.pack(red, red, red)
                        : ImagePainter.pack(
                                red,
                                ImagePainter.level(mean(rows[1], from + x, weights)),
                                ImagePainter.level(mean(rows[2], from + x, weights)));
            }
        }
    }

    private void stretch(float[] pixels, int from, float[] into) {
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < width; x++) {
                float[] weights = across.weights()[x];
                int at = from + y * shape.width() + across.first()[x];
                float sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * pixels[at + i];
                }
                into[y * width + x] = sum;
            }
        }
    }

    private float mean(float[] values, int from, float[] weights) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[from + i * width];
        }
        return sum;
    }
}
