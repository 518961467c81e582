package org.ganvas.session;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.run.PictureGrid;

/** Those who look at copies of the networks beside the training: who draws, and who looks inside. */
final class Onlookers implements AutoCloseable {

    private final Painter painter;
    private final Inspector inspector;

    /**
     * @param gridDone hears of each finished grid
     * @param needsWeights asks the training thread for an offer
     * @param problem hears what failed and why
     */
    Onlookers(Consumer<PictureGrid> gridDone, Runnable needsWeights, BiConsumer<String, Throwable> problem) {
        painter = new Painter(gridDone, needsWeights, error -> problem.accept("Drawing pictures failed", error));
        inspector = new Inspector(needsWeights, error -> problem.accept("Looking into the networks failed", error));
    }

    /** Another run or another arrangement. On the training thread. */
    void use(LoadedRun run, TrainingCommand.SetGrid grid, PictureGrid real, boolean sameNetworks) {
        GridArrangement arrangement = run.arrangement(grid.rows(), grid.columns());
        painter.use(run.spec(), arrangement, grid.averaged(), sameNetworks);
        inspector.use(new InsideSubject(run, arrangement, grid.averaged(), real));
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

    LatentDesk latents() {
        return painter;
    }

    InsideDesk inside() {
        return inspector;
    }

    @Override
    public void close() {
        painter.close();
        inspector.close();
    }
}
