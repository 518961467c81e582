package org.ganvas.session.render;

import org.ganvas.data.Dataset;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.SampleGrid;

/**
 * What stands where in the two grids. Each place has its own random stream, so a picture stays the same when the grid
 * grows. Pure, any thread.
 *
 * @param rows of the grid
 * @param columns of the grid
 * @param seed of the run
 */
public record GridLayout(int rows, int columns, long seed) {

    /** Room for each row in the numbering of places. */
    private static final int ROW = 1024;

    private static final int TRIES = 10_000;

    /** Points are small and cheap: enough of them to see a distribution, 32 x 32. */
    private static final int POINT_SIDE = 32;

    /** What is drawn of a spec in a grid that a person has chosen; points are no grid and always as many. */
    public static GridLayout of(GanSpec spec, int rows, int columns, long seed) {
        return spec.image().isPoint()
                ? new GridLayout(POINT_SIDE, POINT_SIDE, seed)
                : new GridLayout(rows, columns, seed);
    }

    /** Classes by place: the column's class for a conditional net, else none. */
    public int[] labels(GanSpec spec) {
        int[] labels = new int[rows * columns];
        if (spec.conditional()) {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i % columns % spec.classes();
            }
        }
        return labels;
    }

    /** Fixed latents by place, one after the other. */
    public float[] latents(GanSpec spec) {
        int width = spec.latentDim();
        float[] latents = new float[rows * columns * width];
        float[] one = new float[width];
        for (int i = 0; i < rows * columns; i++) {
            new RandomStream(seed, Purpose.FIXED_LATENT, place(i)).fillGaussian(one, 1);
            System.arraycopy(one, 0, latents, i * width, width);
        }
        return latents;
    }

    /** Real pictures by place; of the column's class for a conditional net. */
    public SampleGrid real(GanSpec spec, Dataset data) {
        int size = data.shape().size();
        float[] pixels = new float[rows * columns * size];
        int[] labels = new int[data.classCount() > 0 ? rows * columns : 0];
        int[] wanted = labels(spec);
        for (int i = 0; i < rows * columns; i++) {
            RandomStream random = new RandomStream(seed, Purpose.REAL_SAMPLES, place(i));
            int index = random.nextInt(data.size());
            for (int t = 0; t < TRIES && spec.conditioning().usesLabels() && data.label(index) != wanted[i]; t++) {
                index = random.nextInt(data.size());
            }
            data.copyPicture(index, pixels, i * size);
            if (labels.length > 0) {
                labels[i] = data.label(index);
            }
        }
        return new SampleGrid(data.shape(), rows, columns, pixels, labels, 0);
    }

    private long place(int index) {
        return (long) (index / columns) * ROW + index % columns;
    }
}
