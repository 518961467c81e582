package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.message.Message;
import org.ganvas.session.inspect.InspectedRun;
import org.ganvas.session.inspect.InspectorThread;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.PreviewRenderer;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;

/**
 * Supplies the preview renderer and the network inspector, each on a thread of its own, with copies of the weights. The
 * training thread's.
 */
final class RenderingListener implements TrainingListener, AutoCloseable {

    private final PreviewRenderer preview;
    private final InspectorThread inspector;

    /**
     * @param rendered receives each finished sample grid, on the {@code explore} thread
     * @param needsWeights asks the training thread for images that are due; any thread
     */
    RenderingListener(Consumer<SampleGrid> rendered, Runnable needsWeights, ProblemReporter problems) {
        preview = new PreviewRenderer(
                rendered, needsWeights, error -> problems.report(Message.of("session.failed.rendering"), error));
        inspector = new InspectorThread(
                needsWeights, error -> problems.report(Message.of("session.failed.inspection"), error));
    }

    @Override
    public void onGridChanged(TrainingRun run, TrainingCommand.SetGrid grid, SampleGrid real, boolean sameNetworks) {
        SampleGridLayout layout = run.layout(grid);
        preview.use(run.spec(), run.data(), layout, grid.averaged(), sameNetworks);
        inspector.use(new InspectedRun(run.info(), run.data(), layout, grid.averaged(), real));
    }

    @Override
    public boolean onImagesDue(TrainingRun run, boolean now) {
        inspector.offer(run.trainer(), now);
        return preview.offer(run.trainer(), now);
    }

    LatentRenderer latents() {
        return preview;
    }

    NetworkInspector inspector() {
        return inspector;
    }

    @Override
    public void close() {
        preview.close();
        inspector.close();
    }
}
