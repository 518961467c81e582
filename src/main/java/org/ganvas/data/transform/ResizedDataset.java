package org.ganvas.data.transform;

import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;

/**
 * Pictures of another size: linear interpolation between the centres of pixels.
 * For pictures that are drawn and not photographed, where that costs nothing but sharpness. Immutable; any thread.
 */
public final class ResizedDataset extends DerivedDataset {

    private ResizedDataset(Dataset pictures, ImageShape shape) {
        super(pictures, shape);
    }

    /** The same set if it has the shape already, or other channels, or if one of both is of points. */
    public static Dataset of(Dataset pictures, ImageShape wanted) {
        boolean same = pictures.shape().equals(wanted)
                || pictures.shape().isPoint()
                || wanted.isPoint()
                || pictures.shape().channels() != wanted.channels();
        return same ? pictures : new ResizedDataset(pictures, wanted);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        ImageShape from = origin().shape();
        float[] source = new float[from.size()];
        origin().copyImage(index, source, 0);
        for (int channel = 0; channel < from.channels(); channel++) {
            int start = channel * from.height() * from.width();
            copyChannel(source, start, target, offset + channel * shape().height() * shape().width());
        }
    }

    private void copyChannel(float[] source, int start, float[] target, int offset) {
        ImageShape from = origin().shape();
        ImageShape shape = shape();
        for (int y = 0; y < shape.height(); y++) {
            double row = place(y, shape.height(), from.height());
            int top = (int) row;
            int bottom = Math.min(from.height() - 1, top + 1);
            for (int x = 0; x < shape.width(); x++) {
                double column = place(x, shape.width(), from.width());
                int left = (int) column;
                int right = Math.min(from.width() - 1, left + 1);
                float upper = mix(source, start + top * from.width(), left, right, column - left);
                float lower = mix(source, start + bottom * from.width(), left, right, column - left);
                target[offset + y * shape.width() + x] = (float) (upper + (row - top) * (lower - upper));
            }
        }
    }

    private static float mix(float[] source, int row, int left, int right, double share) {
        return (float) (source[row + left] + share * (source[row + right] - source[row + left]));
    }

    /** Where the centre of a pixel lies among the centres of the others. */
    private static double place(int pixel, int side, int others) {
        return Math.max(0, Math.min(others - 1, (pixel + 0.5) * others / side - 0.5));
    }
}
