package org.ganvas.data.corruption;

import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;

/**
 * An image with a hole: missing pixels are 0, the middle between black and white, and one more plane marks them by 1, the
 * known ones by -1.
 *
 * @param placement where the hole lies and what shape it has
 * @param side side of a square hole in pixels; brush strokes cover about as much
 */
public record HoleCut(Placement placement, int side) implements Corruption {

    /** Level of a missing pixel. */
    public static final float MISSING = 0;

    /** The mask where a pixel is missing. */
    public static final float HOLE = 1;

    /** The mask where a pixel is known. */
    public static final float KNOWN = -1;

    /** Place and shape of a hole. */
    public enum Placement {
        /** A square in the middle. */
        CENTRED,
        /** A square anywhere. */
        RANDOM,
        /** Strokes of a round brush, anywhere. */
        BRUSH
    }

    public HoleCut {
        if (side < 1) {
            throw new IllegalArgumentException("A hole has a side of at least one pixel, not " + side);
        }
    }

    @Override
    public Optional<Message> misfit(ImageShape of) {
        return Corruption.super
                .misfit(of)
                .or(() -> side < Math.min(of.height(), of.width())
                        ? Optional.empty()
                        : Optional.of(Message.of("data.corruption.hole", side, of.message())));
    }

    @Override
    public PlaneShape planes(ImageShape of) {
        return new PlaneShape(of.channels() + 1, of.height(), of.width());
    }

    @Override
    public void apply(float[] image, ImageShape shape, SeededRandomStream random, float[] target, int offset) {
        cut(image, shape, mask(shape, random), target, offset);
    }

    /** The missing pixels of one draw, row by row. */
    public boolean[] mask(ImageShape shape, SeededRandomStream random) {
        int spareRows = shape.height() - side;
        int spareColumns = shape.width() - side;
        return switch (placement) {
            case CENTRED -> square(shape, spareRows / 2, spareColumns / 2);
            case RANDOM -> square(shape, random.nextInt(spareRows + 1), random.nextInt(spareColumns + 1));
            case BRUSH -> new BrushStrokes(shape, side, random).mask();
        };
    }

    private boolean[] square(ImageShape shape, int top, int left) {
        boolean[] mask = new boolean[shape.height() * shape.width()];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                mask[y * shape.width() + x] = true;
            }
        }
        return mask;
    }

    /** Cuts any hole, such as one that the user brushed; the target is that of {@link #apply}. */
    public static void cut(float[] image, ImageShape shape, boolean[] missing, float[] target, int offset) {
        int size = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int i = 0; i < size; i++) {
                int at = channel * size + i;
                target[offset + at] = missing[i] ? MISSING : image[at];
            }
        }
        for (int i = 0; i < size; i++) {
            target[offset + shape.size() + i] = missing[i] ? HOLE : KNOWN;
        }
    }

    @Override
    public boolean isRandom() {
        return placement != Placement.CENTRED;
    }

    @Override
    public boolean hasMask() {
        return true;
    }
}
