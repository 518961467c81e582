package org.ganvas.session;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.inspect.InspectedRun;
import org.ganvas.session.inspect.InspectorThread;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.PreviewRenderer;
import org.ganvas.session.run.SampleGrid;

/** Those who look at copies of the networks beside the training: who draws, and who looks inside. */
final class BackgroundRendering implements AutoCloseable {

    private final PreviewRenderer painter;
    private final InspectorThread inspector;

    /**
     * @param gridDone hears of each finished grid
     * @param needsWeights asks the training thread for an offer
     * @param problem hears what failed and why
     */
    BackgroundRendering(Consumer<SampleGrid> gridDone, Runnable needsWeights, BiConsumer<String, Throwable> problem) {
        painter =
                new PreviewRenderer(gridDone, needsWeights, error -> problem.accept("Drawing pictures failed", error));
        inspector =
                new InspectorThread(needsWeights, error -> problem.accept("Looking into the networks failed", error));
    }

    /** Another run or another arrangement. On the training thread. */
    void use(TrainingRun run, TrainingCommand.SetGrid grid, SampleGrid real, boolean sameNetworks) {
        GridLayout arrangement = run.arrangement(grid.rows(), grid.columns());
        painter.use(run.spec(), arrangement, grid.averaged(), sameNetworks);
        inspector.use(new InspectedRun(run.info(), run.data(), arrangement, grid.averaged(), real));
    }

    /**
     * Offers the networks as they are now.
     *
     * @param replace whether in place of an offer that still waits
     * @return whether the painter took it
     */
    boolean offer(Trainer trainer, boolean replace) {
        inspector.offer(trainer, replace);
        return painter.offer(trainer, replace);
    }

    LatentRenderer latents() {
        return painter;
    }

    NetworkInspector inside() {
        return inspector;
    }

    @Override
    public void close() {
        painter.close();
        inspector.close();
    }
}
