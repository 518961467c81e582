package org.ganvas.session.history;

import org.ganvas.session.run.SampleGrid;

/**
 * A moment of a run as a project file keeps it: its pictures and its name. Immutable, any thread.
 *
 * @param trainedSeconds time spent training until then
 * @param mark what a person called it; empty for a moment that nobody marked
 * @param grid the fixed latents as they were drawn, with their step
 */
public record ProjectCheckpoint(double trainedSeconds, String mark, SampleGrid grid) {

    public long step() {
        return grid.step();
    }
}
