package org.ganvas.session.inspect;

import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.ModelWeights;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The run that is looked into, in one arrangement, with a lane that carries copies of its weights: two buffers, no
 * waiting. Made on the training thread.
 */
public final class InspectedRun {

    private final int run;
    private final GanSpec spec;
    private final Dataset data;
    private final SampleGrid real;
    private final int[] labels;
    private final float[] latents;
    private final boolean averaged;
    private final GridLayout arrangement;
    private final AtomicReference<@Nullable ModelWeights> filled = new AtomicReference<>();
    private final AtomicReference<@Nullable ModelWeights> spare = new AtomicReference<>();

    public InspectedRun(RunInfo run, Dataset data, GridLayout arrangement, boolean averaged, SampleGrid real) {
        this.run = run.number();
        this.data = data;
        this.arrangement = arrangement;
        this.averaged = averaged;
        this.real = real;
        spec = run.spec();
        labels = arrangement.labels(spec);
        latents = arrangement.latents(spec);
    }

    /** On the training thread: offers the weights as they are now, unless the last offer still waits. */
    boolean offer(Trainer trainer, boolean replace) {
        ModelWeights waiting = replace ? filled.getAndSet(null) : filled.get();
        if (waiting != null && !replace) {
            return false;
        }
        ModelWeights buffer = waiting != null ? waiting : spare.getAndSet(null);
        if (buffer == null) {
            buffer = trainer.newModelWeights();
        }
        trainer.copyWeights(buffer, averaged);
        filled.set(buffer);
        return true;
    }

    @Nullable
    ModelWeights take() {
        return filled.getAndSet(null);
    }

    /** What was offered and not taken yet is of no use any more. */
    void forgetOffer() {
        ModelWeights waiting = filled.getAndSet(null);
        if (waiting != null) {
            spare.set(waiting);
        }
    }

    void giveBack(ModelWeights buffer) {
        spare.set(buffer);
    }

    int run() {
        return run;
    }

    GanSpec spec() {
        return spec;
    }

    Dataset data() {
        return data;
    }

    /** Whether G is looked at with its averaged weights, where it has them. */
    boolean averaged() {
        return averaged && spec.training().averagesWeights();
    }

    SampleGrid real() {
        return real;
    }

    /** Classes of the fixed latents. */
    int[] labels() {
        return labels;
    }

    float[] latents() {
        return latents;
    }

    /** Pictures as the grid of the fixed latents. */
    SampleGrid grid(float[] pixels, long step) {
        int[] shown = spec.conditional() ? labels : new int[0];
        return new SampleGrid(spec.image(), arrangement.rows(), arrangement.columns(), pixels, shown, step);
    }
}
