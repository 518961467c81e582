package org.ganvas.session.history;

import org.ganvas.session.run.SampleGrid;

/**
 * A checkpoint in a project file: its sample grid and its mark. Immutable, any thread.
 *
 * @param trainedSeconds time spent training until then
 * @param mark name given by the user; empty for none
 * @param grid the fixed latents rendered by the generator of this step
 */
public record ProjectCheckpoint(double trainedSeconds, String mark, SampleGrid grid) {

    public long step() {
        return grid.step();
    }
}
