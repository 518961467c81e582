package org.ganvas.session.history;

/**
 * A kept moment of a run. Immutable, any thread.
 *
 * @param run the run's number in this session ({@link org.ganvas.session.run.RunInfo#number})
 * @param step steps taken
 * @param trainedSeconds time spent training until then
 * @param complete whether the networks' weights and the optimizer's state are kept too, so that the run can go on from
 *     here and be explored; otherwise only its pictures are
 * @param mark what a person called it; empty for a moment that nobody marked
 */
public record Checkpoint(int run, long step, double trainedSeconds, boolean complete, String mark) {

    public boolean isMarked() {
        return !mark.isEmpty();
    }
}
