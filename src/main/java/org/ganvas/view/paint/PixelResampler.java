package org.ganvas.view.paint;

import org.ganvas.data.ImageShape;
import org.ganvas.session.run.SampleGrid;

/**
 * Resampler for smooth enlargements and for scale factors that are not integers: there each screen pixel is the mean of the
 * image area it covers, because nearest-neighbour sampling would break thin strokes. Separable, rows first. One thread.
 */
final class PixelResampler {

    private final ImageShape shape;
    private final PixelShares columnShares;
    private final PixelShares rowShares;
    private final int width;
    private final int height;
    private final float[][] rows;

    /**
     * @param smooth whether enlargements are interpolated
     */
    PixelResampler(ImageShape shape, ImageScale scale, boolean smooth) {
        this.shape = shape;
        width = scale.side(shape.width());
        height = scale.side(shape.height());
        columnShares = smooth ? PixelShares.smooth(shape.width(), width) : PixelShares.of(shape.width(), width);
        rowShares = smooth ? PixelShares.smooth(shape.height(), height) : PixelShares.of(shape.height(), height);
        rows = new float[shape.channels()][width * shape.height()];
    }

    /**
     * Paints one image of a grid.
     *
     * @param corner index of its first pixel in the target
     * @param stride target pixels from one line to the next
     */
    void paint(SampleGrid grid, int index, int[] target, int corner, int stride) {
        for (int c = 0; c < shape.channels(); c++) {
            resampleRows(grid.pixels(), index * shape.size() + c * shape.width() * shape.height(), rows[c]);
        }
        boolean grey = shape.channels() == 1;
        for (int y = 0; y < height; y++) {
            int from = rowShares.first()[y] * width;
            float[] weights = rowShares.weights()[y];
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

    private void resampleRows(float[] pixels, int from, float[] into) {
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < width; x++) {
                float[] weights = columnShares.weights()[x];
                int at = from + y * shape.width() + columnShares.first()[x];
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
