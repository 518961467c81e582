package org.ganvas.session.lab;

import java.util.function.Function;
import org.ganvas.data.Dataset;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/**
 * The game of a run at checkpoints, one after the other and at every pixel, for files. Any one thread; holds native memory
 * until closed.
 */
public final class OfflineLab implements AutoCloseable {

    private final LabRun run;
    private final LabProbes probes;

    /** @param data of the run, at its own place */
    public OfflineLab(RunInfo info, Dataset data) {
        this(info, data, then -> null);
    }

    /** @param past data that the run was trained on before, where that is known */
    public OfflineLab(RunInfo info, Dataset data, Function<TrainedData, @Nullable Dataset> past) {
        SampleGridLayout layout =
                SampleGridLayout.of(info.spec(), 1, 1, info.request().seed());
        run = new LabRun(info, data, layout, layout.realImages(info.spec(), data), past);
        probes = new LabProbes(run, () -> {});
    }

    /** The real points that are shown, at their own place: x and y of each in turn; not to be changed. */
    public float[] realPoints() {
        return run.data().real();
    }

    /** The answer to a request, which is the same whenever it is asked. */
    public LabResult answer(CheckpointWeights weights, LabRequest request) {
        run.observe(request.averaged(), () -> false);
        probes.takeWeights(weights);
        LabResult coarse = probes.answer(request);
        LabResult exact = request.has(LabRequest.Part.EVERY_PIXEL) ? probes.answer(request) : coarse;
        if (exact == null) {
            throw new IllegalStateException("nothing interrupts an answer");
        }
        return exact;
    }

    /** The points that are shown, with D's answers. */
    public PointLogits points(CheckpointWeights weights, boolean averaged) {
        run.observe(averaged, () -> false);
        probes.takeWeights(weights);
        return probes.pointLogits();
    }

    @Override
    public void close() {
        probes.close();
    }
}
