package org.ganvas.data.transform;

import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;

/**
 * Images of another size, by linear interpolation between the centres of pixels. Meant for drawings, where this costs
 * sharpness only; photographs would need the mean of {@link ImageResizer}. Immutable; any thread.
 */
public final class ResizedDataset extends DerivedDataset {

    private ResizedDataset(Dataset images, ImageShape shape) {
        super(images, images.info().withShape(shape));
    }

    /** Dataset in a wanted shape; the same one if it has that shape, other channels, or if either is of points. */
    public static Dataset of(Dataset images, ImageShape wanted) {
        boolean same = images.shape().equals(wanted)
                || images.shape().isPoint()
                || wanted.isPoint()
                || images.shape().channels() != wanted.channels();
        return same ? images : new ResizedDataset(images, wanted);
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
            double row = position(y, shape.height(), from.height());
            int top = (int) row;
            int bottom = Math.min(from.height() - 1, top + 1);
            for (int x = 0; x < shape.width(); x++) {
                double column = position(x, shape.width(), from.width());
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

    /** Position of a new pixel's centre among the centres of the old pixels. */
    private static double position(int pixel, int side, int others) {
        return Math.max(0, Math.min(others - 1, (pixel + 0.5) * others / side - 0.5));
    }
}
