package org.ganvas.data.transform;

import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Grey drawings with a colour of paper and of ink each, so that colour networks have colours to learn: dark paper of any
 * hue, bright ink of a hue at least a sixth of the circle away. The colours of image i are a pure function of (seed, i).
 * Immutable; any thread.
 */
public final class TintedDataset extends DerivedDataset {

    /** Red, green and blue. */
    public static final int CHANNELS = 3;

    private final long seed;

    /**
     * @param grey drawings of one channel, -1 where there is paper and 1 where there is ink
     * @param seed of the colours
     */
    public TintedDataset(Dataset grey, long seed) {
        super(
                grey,
                grey.info()
                        .withShape(new ImageShape(
                                CHANNELS, grey.shape().height(), grey.shape().width())));
        if (grey.shape().channels() != 1) {
            throw new IllegalArgumentException("'" + grey.name() + "' has colours already.");
        }
        this.seed = seed;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.DATA_COLOURS, index);
        double hue = random.nextDouble();
        double paperLight = random.nextDouble(0.1, 0.3);
        double inkHue = hue + random.nextDouble(1 / 6.0, 5 / 6.0);
        double inkWhite = random.nextDouble(0.25, 0.6);
        int channelSize = shape().height() * shape().width();
        origin().copyImage(index, target, offset);
        // The first channel holds the drawing, so it is coloured last.
        for (int channel = CHANNELS - 1; channel >= 0; channel--) {
            double paper = paperLight * pure(hue, channel);
            double ink = inkWhite + (1 - inkWhite) * pure(inkHue, channel);
            for (int i = 0; i < channelSize; i++) {
                double share = (target[offset + i] + 1) / 2;
                target[offset + channel * channelSize + i] = (float) (2 * (paper + share * (ink - paper)) - 1);
            }
        }
    }

    /** Channel of the pure colour of a hue, 0 to 1; a full circle of hues is 1. */
    private static double pure(double hue, int channel) {
        double rotated = hue - channel / (double) CHANNELS;
        double distance = Math.abs(rotated - Math.rint(rotated));
        return Math.max(0, Math.min(1, 2 - 6 * distance));
    }
}
