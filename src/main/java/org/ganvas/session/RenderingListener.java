package org.ganvas.session;

import java.util.Map;
import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.message.Message;
import org.ganvas.session.inspect.InspectedRun;
import org.ganvas.session.inspect.InspectorThread;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.lab.LabRun;
import org.ganvas.session.lab.LabThread;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.PreviewRenderer;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;

/**
 * Supplies the preview renderer, the network inspector and the point lab, each on a thread of its own, with copies of the
 * weights. The training thread's.
 */
final class RenderingListener implements TrainingListener, AutoCloseable {

    private final PreviewRenderer preview;
    private final InspectorThread inspector;
    private final LabThread lab;

    /**
     * @param rendered receives each finished sample grid, on the {@code explore} thread
     * @param needsWeights asks the training thread for images that are due; any thread
     */
    RenderingListener(Consumer<SampleGrid> rendered, Runnable needsWeights, ProblemReporter problems) {
        preview = new PreviewRenderer(
                rendered, needsWeights, error -> problems.report(Message.of("session.failed.rendering"), error));
        inspector = new InspectorThread(
                needsWeights, error -> problems.report(Message.of("session.failed.inspection"), error));
        lab = new LabThread(needsWeights, error -> problems.report(Message.of("session.failed.inspection"), error));
    }

    @Override
    public void onGridChanged(TrainingRun run, TrainingCommand.SetGrid grid, SampleGrid real, boolean sameNetworks) {
        SampleGridLayout layout = run.layout(grid);
        preview.use(run.spec(), run.data(), layout, grid.averaged(), sameNetworks);
        inspector.use(new InspectedRun(run.info(), run.data(), layout, grid.averaged(), real));
        if (run.spec().image().isPoint()) {
            Map<String, Dataset> past = run.datasets();
            lab.use(new LabRun(run.info(), run.data(), layout, real, then -> then.in(past)));
        }
    }

    @Override
    public void onWeights(TrainingRun run, boolean paused) {
        if (run.spec().image().isPoint()) {
            lab.offer(run.trainer(), paused);
        }
    }

    @Override
    public boolean onImagesDue(TrainingRun run, boolean now) {
        inspector.offer(run.trainer(), now);
        if (run.spec().image().isPoint()) {
            lab.offer(run.trainer(), now);
        }
        return preview.offer(run.trainer(), now);
    }

    LatentRenderer latents() {
        return preview;
    }

    NetworkInspector inspector() {
        return inspector;
    }

    PointLab lab() {
        return lab;
    }

    @Override
    public void close() {
        preview.close();
        inspector.close();
        lab.close();
    }
}
