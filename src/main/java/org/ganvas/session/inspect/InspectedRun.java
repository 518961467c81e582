package org.ganvas.session.inspect;

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
 * The run that is inspected, with one layout of the sample grid and the buffer that carries copies of its weights. Made on
 * the training thread, immutable but for the buffer.
 */
public final class InspectedRun implements NetworkWorker.Subject<InspectionRequest, InspectionResult> {

    private final RunInfo run;
    private final Dataset data;
    private final SampleGrid real;
    private final FixedLatents fixed;
    private final boolean averaged;
    private final WeightBuffer buffer;

    /**
     * @param averaged whether G is inspected with its averaged weights, where the run has them
     * @param real real images in the same layout
     */
    public InspectedRun(RunInfo run, Dataset data, SampleGridLayout layout, boolean averaged, SampleGrid real) {
        this.run = run;
        this.data = data;
        this.averaged = averaged;
        this.real = real;
        fixed = layout.fixedLatents(run.spec(), data);
        buffer = WeightBuffer.ofAll(averaged);
    }

    @Override
    public WeightBuffer buffer() {
        return buffer;
    }

    @Override
    public int number() {
        return run.number();
    }

    @Override
    public NetworkWorker.Probes<InspectionRequest, InspectionResult> probes(Runnable wake, Consumer<Throwable> failed) {
        return new LayerProbes(this, wake, failed);
    }

    GanSpec spec() {
        return run.spec();
    }

    Dataset data() {
        return data;
    }

    /** Whether G is inspected with averaged weights. */
    boolean averaged() {
        return averaged && spec().training().averagesWeights();
    }

    SampleGrid real() {
        return real;
    }

    FixedLatents fixed() {
        return fixed;
    }
}
