package org.ganvas.session;

import java.util.List;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;

/**
 * Publishes the sample grid with the grid of real images beside it, and orders newer images from the listeners. The
 * training thread's, but for {@link #show}.
 */
final class GridPublisher {

    private final PublishPolicy policy;
    private final List<TrainingListener> listeners;
    private final SnapshotPublisher publisher;
    private TrainingCommand.SetGrid grid = TrainingCommand.SetGrid.DEFAULT;

    GridPublisher(PublishPolicy policy, List<TrainingListener> listeners, SnapshotPublisher publisher) {
        this.policy = policy;
        this.listeners = listeners;
        this.publisher = publisher;
    }

    /** Sets the size and the weights of the grid. */
    void set(TrainingCommand.SetGrid changed) {
        grid = changed;
    }

    /**
     * Lays the grid out for a run.
     *
     * @param sameNetworks whether copies of the networks made before still serve
     */
    void layOut(TrainingRun run, boolean sameNetworks) {
        SampleGridLayout layout = run.layout(grid);
        SampleGrid real = layout.realImages(run.spec(), run.data());
        SampleGrid input = layout.inputImages(run.spec(), run.data());
        if (sameNetworks) {
            // First, because the renderer may answer at once, and both grids are seen side by side.
            publisher.update(now -> now.withReal(real, input));
        }
        listeners.forEach(listener -> listener.onGridChanged(run, grid, real, sameNetworks));
        if (!sameNetworks) {
            // Last, because the renderer may still deliver a grid of the networks before.
            publisher.update(now -> now.withGenerated(null).withReal(real, input));
        }
    }

    /**
     * Orders images with the weights as they are now.
     *
     * @param now whether newer weights replace a copy that was not used yet
     */
    void order(TrainingRun run, boolean now) {
        if (policy.imagesHz() <= 0) {
            return;
        }
        boolean ordered = false;
        for (TrainingListener listener : listeners) {
            ordered |= listener.onImagesDue(run, now);
        }
        if (ordered) {
            listeners.forEach(listener -> listener.onGridOrdered(run));
        }
    }

    /** Publishes a grid that was rendered. On the explore thread. */
    void show(SampleGrid rendered) {
        publisher.update(now -> now.withGenerated(rendered));
        listeners.forEach(listener -> listener.onGridRendered(rendered));
    }
}
