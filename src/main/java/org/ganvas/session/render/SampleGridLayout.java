package org.ganvas.session.render;

import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Layout of the sample grid and of the grid of real images beside it. Each cell has its own random stream, so an image
 * stays the same when the grid grows. Immutable, any thread.
 *
 * @param rows of the grid
 * @param columns of the grid
 * @param seed of the run
 */
public record SampleGridLayout(int rows, int columns, long seed) {

    /** Cells of each row in the numbering of random streams. */
    private static final int ROW = 1024;

    private static final int TRIES = 10_000;

    /** Points are cheap: 32 x 32 of them show a distribution. */
    private static final int POINT_SIDE = 32;

    /** The layout for a spec in the grid that the user has chosen; 2-D points have the same number in every grid. */
    public static SampleGridLayout of(GanSpec spec, int rows, int columns, long seed) {
        return spec.image().isPoint()
                ? new SampleGridLayout(POINT_SIDE, POINT_SIDE, seed)
                : new SampleGridLayout(rows, columns, seed);
    }

    /** Classes by cell: the column's class for a conditional generator, else 0. */
    public int[] labels(GanSpec spec) {
        int[] labels = new int[rows * columns];
        if (spec.conditional()) {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i % columns % spec.classes();
            }
        }
        return labels;
    }

    /** Fixed latents by cell, one after the other, each of the latent width. */
    public float[] latents(GanSpec spec) {
        int width = spec.latentDim();
        float[] latents = new float[rows * columns * width];
        float[] one = new float[width];
        for (int i = 0; i < rows * columns; i++) {
            spec.game().prior().fill(new SeededRandomStream(seed, Purpose.FIXED_LATENT, cell(i)), one);
            System.arraycopy(one, 0, latents, i * width, width);
        }
        return latents;
    }

    /** What a translation is given by cell: of images that it does not train on, those of {@link #realImages}. */
    public float[] given(GanSpec spec, Dataset data) {
        return new FixedExamples(this, spec, data).given();
    }

    /**
     * Real images by cell; of the column's class where the networks are trained with labels. Of a translation the wanted
     * images of the fixed inputs, or where none are known some images of the set that it leads to.
     */
    public SampleGrid realImages(GanSpec spec, Dataset all) {
        if (!spec.game().takesLatents()) {
            return new FixedExamples(this, spec, all).targets();
        }
        Dataset data = NormalImages.of(spec, all);
        int size = data.shape().size();
        float[] pixels = new float[rows * columns * size];
        int[] labels = new int[data.classCount() > 0 ? rows * columns : 0];
        int[] wanted = labels(spec);
        for (int i = 0; i < rows * columns; i++) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.REAL_SAMPLES, cell(i));
            int index = random.nextInt(data.size());
            for (int t = 0; t < TRIES && spec.conditioning().usesLabels() && data.label(index) != wanted[i]; t++) {
                index = random.nextInt(data.size());
            }
            data.copyImage(index, pixels, i * size);
            if (labels.length > 0) {
                labels[i] = data.label(index);
            }
        }
        return new SampleGrid(data.shape(), rows, columns, pixels, labels, 0);
    }

    /** The inputs of a translation by cell, as images; null for a generator of latents. */
    public @Nullable SampleGrid inputImages(GanSpec spec, Dataset data) {
        return spec.game().takesLatents() ? null : new FixedExamples(this, spec, data).inputs();
    }

    /** The fixed latents of the grid with their classes; of a translation, what it is given of some images of the data. */
    public FixedLatents fixedLatents(GanSpec spec, Dataset data) {
        return new FixedLatents(spec, this, data);
    }

    long cell(int index) {
        return (long) (index / columns) * ROW + index % columns;
    }
}
