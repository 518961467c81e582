package org.ganvas.engine.dl4j;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Dataset of noisy square images with a white bar in the row of their class, so that they have an orientation; there are as
 * many classes as rows.
 *
 * @param size number of images
 * @param side rows and columns
 * @param seed of the noise
 * @param labelled whether the dataset has labels
 */
public record BarImages(int size, int side, long seed, boolean labelled) implements Dataset {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "test:bars",
                "Bars",
                new ImageShape(1, side, side),
                labelled ? IntStream.range(0, side).mapToObj(Integer::toString).toList() : List.of());
    }

    @Override
    public int label(int index) {
        return labelled ? index % side : 0;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, index);
        // Without labels the bar stays above the middle, so that rotated images differ from upright ones.
        int bar = labelled ? index % side : index % (side / 3);
        for (int i = 0; i < side * side; i++) {
            double ink = i / side == bar ? 0.8 : -0.8;
            target[offset + i] = (float) Math.max(-1, Math.min(1, ink + 0.3 * random.nextGaussian()));
        }
    }
}
