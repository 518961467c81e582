package org.ganvas.data.transform;

import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;

/**
 * Square pictures, each in the four ways it can lie, labelled by its quarter turns: what a network can learn about
 * pictures that nobody has labelled (Gidaris et al. 2018, 1803.07728). Immutable; any thread.
 */
public final class RotatedDataset extends DerivedDataset {

    private static final int WAYS = 4;

    private final int side;

    /**
     * @param upright the pictures as they are
     * @throws DataException if they are not square
     */
    public RotatedDataset(Dataset upright) throws DataException {
        super(upright, upright.shape());
        side = upright.shape().height();
        if (side != upright.shape().width()) {
            throw new DataException(
                    "'%s' has no labels, and its pictures of %s are not square and cannot be turned, so no network can be trained to compare them; sort the pictures into a folder for each class."
                            .formatted(upright.name(), upright.shape()));
        }
    }

    @Override
    public int size() {
        return Math.multiplyExact(WAYS, origin().size());
    }

    @Override
    public List<String> classNames() {
        return List.of("0", "90", "180", "270");
    }

    @Override
    public int label(int index) {
        return index % WAYS;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        float[] picture = new float[shape().size()];
        origin().copyImage(index / WAYS, picture, 0);
        int plane = side * side;
        for (int i = 0; i < picture.length; i++) {
            int start = i / plane * plane;
            target[offset + start + turned(i - start, label(index))] = picture[i];
        }
    }

    /** Where a pixel comes to lie after quarter turns against the clock. */
    private int turned(int pixel, int turns) {
        int row = pixel / side;
        int column = pixel % side;
        return switch (turns) {
            case 0 -> pixel;
            case 1 -> (side - 1 - column) * side + row;
            case 2 -> (side - 1 - row) * side + side - 1 - column;
            default -> column * side + side - 1 - row;
        };
    }
}
