package org.ganvas.session.history;

/**
 * Identity of a checkpoint of a run. Immutable, any thread.
 *
 * @param run number of the run in this session ({@link org.ganvas.session.run.RunInfo#number})
 * @param step steps taken
 * @param trainedSeconds time spent training until then
 * @param complete whether it has the complete run, so that training can continue from it and its generator can be
 *     explored; otherwise it has the sample grid only
 * @param mark name given by the user; empty for none
 */
public record Checkpoint(int run, long step, double trainedSeconds, boolean complete, String mark) {

    public boolean isMarked() {
        return !mark.isEmpty();
    }
}
