package org.ganvas.session.history;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in a project file: its sample grid, its mark and, for some, its networks. Immutable, any thread.
 *
 * @param trainedSeconds time spent training until then
 * @param mark name given by the user; empty for none
 * @param grid the fixed latents rendered by the generator of this step
 * @param networks what training continues from; null where the file holds the sample grid only
 */
public record ProjectCheckpoint(
        double trainedSeconds,
        String mark,
        SampleGrid grid,
        @Nullable Networks networks) {

    /** A checkpoint without networks. */
    public ProjectCheckpoint(double trainedSeconds, String mark, SampleGrid grid) {
        this(trainedSeconds, mark, grid, null);
    }

    /**
     * Networks of a step. The curves up to then are those of the whole run, cut.
     *
     * @param spec with the settings as they were then
     * @param state complete
     * @param threads native threads it was computed with
     */
    public record Networks(GanSpec spec, TrainerState state, int threads) {}

    public long step() {
        return grid.step();
    }
}
