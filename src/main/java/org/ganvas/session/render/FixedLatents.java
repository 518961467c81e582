package org.ganvas.session.render;

import java.util.Arrays;
import org.ganvas.data.Dataset;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.SampleGrid;

/**
 * The fixed latents of a sample grid with their classes; of a translation, what it is given in their place. Immutable by agreement: neither array is changed. Any thread;
 * rendering belongs to the thread of the probe.
 */
public final class FixedLatents {

    private final GanSpec spec;
    private final SampleGridLayout layout;
    private final int[] labels;
    private final float[] latents;

    FixedLatents(GanSpec spec, SampleGridLayout layout, Dataset data) {
        this.spec = spec;
        this.layout = layout;
        labels = layout.labels(spec);
        latents = spec.game().takesLatents() ? layout.latents(spec) : layout.given(spec, data);
    }

    /** Classes, one for each latent. */
    public int[] labels() {
        return labels;
    }

    /** Latent after latent, or what a translation is given, each of as many numbers as the generator takes. */
    public float[] latents() {
        return latents;
    }

    /**
     * The grid as a generator renders it, row by row.
     *
     * @param step of the generator's weights
     * @param place where the data was in that step
     * @param betweenRows called after every row
     */
    public SampleGrid render(GeneratorProbe generator, long step, SimilarityTransform place, Runnable betweenRows) {
        int width = generator.givenWidth();
        int size = spec.image().size();
        int row = layout.columns();
        float[] pixels = new float[labels.length * size];
        for (int start = 0; start < labels.length; start += row) {
            float[] rowLatents = Arrays.copyOfRange(latents, start * width, (start + row) * width);
            float[] rendered = generator.generate(rowLatents, Arrays.copyOfRange(labels, start, start + row));
            System.arraycopy(rendered, 0, pixels, start * size, rendered.length);
            betweenRows.run();
        }
        return grid(pixels, step, place);
    }

    /** Images of the latents as a grid. */
    public SampleGrid grid(float[] pixels, long step, SimilarityTransform place) {
        int[] shown = spec.conditional() ? labels : new int[0];
        return new SampleGrid(spec.image(), layout.rows(), layout.columns(), pixels, shown, step, place);
    }
}
