package org.ganvas.viewmodel.lab;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.CheckpointReadException;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/**
 * Plots of the Lab at complete checkpoints, in the order of steps, each at every pixel. Any one thread; holds native memory
 * until closed.
 */
final class LabFilmFrames implements AutoCloseable {

    private final CheckpointHistory history;
    private final List<Checkpoint> steps;
    private final RunInfo info;
    private final Style style;
    private final OfflineLab lab;
    private final float[] still;
    private final LabPlotBuilder builder;
    private final LatentPaths paths = new LatentPaths();
    private int next;
    private LayeredPlot last;

    /**
     * How every frame is drawn.
     *
     * @param request of each answer, with all parts that the layers need
     * @param bounds that are shown
     * @param layers that are shown
     * @param colours distance from the neutral value at which a colour is strongest
     * @param gain length of an arrow for a force of 1
     */
    record Style(LabRequest request, PointBounds bounds, Set<LabLayer> layers, double colours, double gain) {}

    /**
     * @param steps complete checkpoints
     * @param data of the run, at its own place
     * @param still real points that are shown, at their own place
     */
    LabFilmFrames(
            CheckpointHistory history, List<Checkpoint> steps, RunInfo info, Dataset data, float[] still, Style style) {
        this.history = history;
        this.steps = steps;
        this.info = info;
        this.still = still;
        this.style = style;
        lab = new OfflineLab(info, data);
        builder = new LabPlotBuilder(style.layers()::contains, style::colours, style::gain);
        last = LabPlotLayers.plot(LabPlotContent.EMPTY, style.bounds(), info.pointTransform(), "");
    }

    /** The plot of a frame, asked for in order; after the last checkpoint, and where one was dropped, the one before. */
    LayeredPlot frame(int index) {
        while (next <= index && next < steps.size()) {
            RunCapture capture = capture(steps.get(next));
            next++;
            if (capture != null) {
                last = plot(capture);
            }
        }
        return last;
    }

    private @Nullable RunCapture capture(Checkpoint checkpoint) {
        try {
            return history.capture(checkpoint);
        } catch (CheckpointReadException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LayeredPlot plot(RunCapture capture) {
        LabResult result = lab.answer(new CheckpointWeights(capture.info().spec(), capture.state()), style.request());
        paths.add(result.step(), result.generated());
        LabPlotContent content = builder.build(
                result, result.place().mapped(still), info.spec().loss().equilibriumLogit(), paths, new float[0]);
        return LabPlotLayers.plot(content, style.bounds(), info.pointTransform(), caption(info, result.step()));
    }

    /** Preset, seed and step, in words that are the same in every language. */
    static String caption(RunInfo info, long step) {
        return String.format(
                Locale.ROOT,
                "%s, seed %d, step %d",
                info.request().presetId(),
                info.request().seed(),
                step);
    }

    @Override
    public void close() {
        lab.close();
    }
}
