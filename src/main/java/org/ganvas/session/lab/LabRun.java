package org.ganvas.session.lab;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.background.NetworkWorker;
import org.ganvas.session.background.WeightBuffer;
import org.ganvas.session.render.FixedLatents;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;

/**
 * The run that is observed, with the buffers that carry copies of its weights. Made on the training thread, immutable but
 * for the buffers and the choice among them.
 */
public final class LabRun implements NetworkWorker.Subject<LabRequest, LabResult> {

    private final RunInfo run;
    private final Dataset data;
    private final SampleGrid real;
    private final FixedLatents fixed;
    private final WeightBuffer raw = WeightBuffer.ofAll(false);
    private final WeightBuffer averages = WeightBuffer.ofAll(true);
    private volatile boolean averaged;
    private volatile BooleanSupplier outdated = () -> false;

    /**
     * @param real real points in the layout of the generated ones
     */
    public LabRun(RunInfo run, Dataset data, SampleGridLayout layout, SampleGrid real) {
        this.run = run;
        this.data = data;
        this.real = real;
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

    Dataset data() {
        return data;
    }

    SampleGrid real() {
        return real;
    }

    FixedLatents fixed() {
        return fixed;
    }
}
