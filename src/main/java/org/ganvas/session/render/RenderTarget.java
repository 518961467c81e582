package org.ganvas.session.render;

import java.util.Arrays;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.WeightBuffer;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * What the painter draws of one run in one arrangement: a lane of weights and a probe each for the raw and the averaged
 * generator. Offers come from the training thread, everything else is the explore thread's.
 */
final class RenderTarget implements AutoCloseable {

    private final GanSpec spec;
    private final GridLayout arrangement;
    private final boolean averaged;
    private final boolean inheritsProbes;
    private final int[] labels;
    private final float[] latents;
    private final WeightBuffer[] lanes;
    private final @Nullable GeneratorProbe[] probes = new GeneratorProbe[2];
    private final long[] steps = {-1, -1};
    private boolean gridStale = true;

    /**
     * @param before the canvas of the same networks in another arrangement, whose weights go on serving; null for new
     *     networks
     */
    RenderTarget(GanSpec spec, GridLayout arrangement, boolean averaged, @Nullable RenderTarget before) {
        this.spec = spec;
        this.arrangement = arrangement;
        this.averaged = averaged;
        inheritsProbes = before != null;
        lanes = before != null ? before.lanes : new WeightBuffer[] {new WeightBuffer(false), new WeightBuffer(true)};
        labels = arrangement.labels(spec);
        latents = arrangement.latents(spec);
    }

    /** On the training thread. True if anything was offered. */
    boolean offer(Trainer trainer, @Nullable LatentRequest hand, boolean replace) {
        boolean offered = lanes[lane(averaged)].offer(trainer, replace);
        if (hand != null && hand.averaged() != averaged) {
            offered |= lanes[lane(hand.averaged())].offer(trainer, replace);
        }
        return offered;
    }

    /** Takes the probes of the canvas before, or closes them if the networks are others. */
    void inherit(RenderTarget before) {
        if (!inheritsProbes || before.lanes != lanes) {
            before.close();
            return;
        }
        for (int i = 0; i < probes.length; i++) {
            probes[i] = before.probes[i];
            steps[i] = before.steps[i];
            before.probes[i] = null;
        }
    }

    /** Loads what was offered. True if anything was. */
    boolean takeWeights() {
        boolean taken = false;
        for (int i = 0; i < lanes.length; i++) {
            GeneratorWeights weights = lanes[i].take();
            if (weights != null) {
                GeneratorProbe probe = probes[i];
                if (probe == null) {
                    probe = new GeneratorProbe(spec);
                    probes[i] = probe;
                }
                probe.load(weights);
                steps[i] = weights.step();
                gridStale |= i == lane(averaged);
                lanes[i].giveBack(weights);
                taken = true;
            }
        }
        return taken;
    }

    /**
     * The fixed grid, if it is not drawn yet and there is something to draw with.
     *
     * @param between called after every row, to draw what is in the hand first
     */
    @Nullable
    SampleGrid drawGrid(Runnable between) {
        GeneratorProbe probe = probes[lane(averaged)];
        if (!gridStale || probe == null) {
            return null;
        }
        gridStale = false;
        int width = spec.latentDim();
        int size = spec.image().size();
        int row = arrangement.columns();
        float[] pixels = new float[labels.length * size];
        for (int start = 0; start < labels.length; start += row) {
            float[] some = Arrays.copyOfRange(latents, start * width, (start + row) * width);
            float[] drawn = probe.generate(some, Arrays.copyOfRange(labels, start, start + row));
            System.arraycopy(drawn, 0, pixels, start * size, drawn.length);
            between.run();
        }
        return new SampleGrid(
                spec.image(),
                arrangement.rows(),
                arrangement.columns(),
                pixels,
                spec.conditional() ? labels : new int[0],
                steps[lane(averaged)]);
    }

    /** The latents in the hand, if there is something to draw with and they are of this run's width. */
    @Nullable
    SampleGrid drawLatents(LatentRequest hand) {
        GeneratorProbe probe = probes[lane(hand.averaged())];
        return probe == null || !LatentRowRenderer.fit(hand, spec)
                ? null
                : LatentRowRenderer.draw(hand, probe, steps[lane(hand.averaged())]);
    }

    private static int lane(boolean ofAverage) {
        return ofAverage ? 1 : 0;
    }

    @Override
    public void close() {
        for (int i = 0; i < probes.length; i++) {
            GeneratorProbe probe = probes[i];
            if (probe != null) {
                probe.close();
                probes[i] = null;
            }
        }
    }
}
