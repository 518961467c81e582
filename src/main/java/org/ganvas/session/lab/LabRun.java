package org.ganvas.session.lab;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.NetworkWorker;
import org.ganvas.session.background.WeightBuffer;
import org.ganvas.session.render.FixedLatents;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/**
 * The run that is observed, with the buffers that carry copies of its weights. Made on the training thread, immutable but
 * for the buffers and the choice among them.
 */
public final class LabRun implements NetworkWorker.Subject<LabRequest, LabResult> {

    private final RunInfo run;
    private final LabData now;
    private final SampleGridLayout layout;
    private final Function<TrainedData, @Nullable Dataset> past;
    private final FixedLatents fixed;
    private final WeightBuffer raw = WeightBuffer.ofAll(false);
    private final WeightBuffer averages = WeightBuffer.ofAll(true);
    private volatile boolean averaged;
    private volatile BooleanSupplier outdated = () -> false;

    /**
     * @param real real points in the layout of the generated ones
     * @param past data that the run was trained on before, where that is known
     */
    public LabRun(
            RunInfo run,
            Dataset data,
            SampleGridLayout layout,
            SampleGrid real,
            Function<TrainedData, @Nullable Dataset> past) {
        this.run = run;
        this.layout = layout;
        this.past = past;
        now = new LabData(data, real.pixels(), run.pointTransform(), true);
        fixed = layout.fixedLatents(run.spec(), data);
    }

    /**
     * @param newAveraged whether G is observed with averaged weights
     * @param newOutdated whether the answer being made is outdated
     */
    void observe(boolean newAveraged, BooleanSupplier newOutdated) {
        averaged = newAveraged;
        outdated = newOutdated;
    }

    @Override
    public int number() {
        return run.number();
    }

    @Override
    public WeightBuffer buffer() {
        return averaged() ? averages : raw;
    }

    @Override
    public NetworkWorker.Probes<LabRequest, LabResult> probes(Runnable wake, Consumer<Throwable> failed) {
        return new LabProbes(this, wake);
    }

    boolean isOutdated() {
        return outdated.getAsBoolean();
    }

    /** Whether G is observed with averaged weights, which the run has. */
    boolean averaged() {
        return averaged && spec().training().averagesWeights();
    }

    GanSpec spec() {
        return run.spec();
    }

    long seed() {
        return run.request().seed();
    }

    /** Data of the run as it is. */
    LabData data() {
        return now;
    }

    /** Data of a checkpoint; that of the run as it is where the other is not known any more. */
    LabData dataOf(CheckpointWeights checkpoint) {
        TrainedData then = checkpoint.data();
        if (then == null || then.isOf(run)) {
            return now;
        }
        Dataset known = past.apply(then);
        return known == null
                ? now.ofOtherStep()
                : new LabData(known, layout.realImages(spec(), known).pixels(), then.transform(), true);
    }

    FixedLatents fixed() {
        return fixed;
    }
}
