package org.ganvas.data.transform;

import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.message.Message;

/**
 * Square images, each in its four orientations, labelled by the number of quarter turns: a task for a classifier on data
 * without labels (Gidaris et al. 2018, 1803.07728). Immutable; any thread.
 */
public final class RotatedDataset extends DerivedDataset {

    private static final int ROTATIONS = 4;

    private final int side;

    /**
     * @param upright the original images
     * @throws DataException if they are not square
     */
    public RotatedDataset(Dataset upright) throws DataException {
        super(
                upright,
                new DatasetInfo(upright.id(), upright.name(), upright.shape(), List.of("0", "90", "180", "270")));
        side = upright.shape().height();
        if (side != upright.shape().width()) {
            throw new DataException(Message.of(
                    "data.rotation.notSquare", upright.name(), upright.shape().message()));
        }
    }

    @Override
    public int size() {
        return Math.multiplyExact(ROTATIONS, origin().size());
    }

    @Override
    public int label(int index) {
        return index % ROTATIONS;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        float[] image = new float[shape().size()];
        origin().copyImage(index / ROTATIONS, image, 0);
        int channelSize = side * side;
        for (int i = 0; i < image.length; i++) {
            int start = i / channelSize * channelSize;
            target[offset + start + rotatedIndex(i - start, label(index))] = image[i];
        }
    }

    /** Index of a pixel after a number of counterclockwise quarter turns. */
    private int rotatedIndex(int pixel, int turns) {
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
