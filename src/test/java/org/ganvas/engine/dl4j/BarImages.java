package org.ganvas.engine.dl4j;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;

/**
 * Noisy square pictures in which a white bar lies in the row of its class, so many classes as rows: a stroke of noise, and
 * the top is another thing than the side.
 *
 * @param size number of pictures
 * @param side rows and columns
 * @param seed of the noise
 * @param labelled whether labels are told
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
        RandomStream random = new RandomStream(seed, Purpose.TEST, index);
        // Without labels the bar stays above the middle, so that a turned picture can be told from an upright one.
        int bar = labelled ? index % side : index % (side / 3);
        for (int i = 0; i < side * side; i++) {
            double ink = i / side == bar ? 0.8 : -0.8;
            target[offset + i] = (float) Math.max(-1, Math.min(1, ink + 0.3 * random.nextGaussian()));
        }
    }
}
