package org.ganvas.session.history;

/**
 * When the next complete moment is due: by how far the run has grown, so that no gap becomes too long, and before that as
 * often as a small share of the training time pays for. The training thread's.
 */
public final class CheckpointSchedule {

    /** At this growth a moment is due whatever it costs: the law allows {@link RetentionPolicy#LAW}. */
    private static final double MUST = 0.04;

    /** Nearer together than this, moments are hardly worth their room. */
    private static final double MAY = 0.005;

    /** At the very beginning a twentieth of the run is less than a step; nearer than so many steps nothing must be. */
    private static final long FIRST_STEPS = 5;

    /** Part of the training time that moments may cost where none must be. */
    private static final double SHARE = 0.012;

    private long last = -1;
    private double trainedAtFirst;
    private double spentSeconds;

    /** Whether a moment must be kept now. */
    public boolean overdue(long step) {
        return last < 0 || step - last >= Math.max(FIRST_STEPS, Math.floor(MUST * step));
    }

    /** Whether one may be kept now. */
    public boolean due(long step, double trainedSeconds) {
        return overdue(step)
                || step - last >= Math.max(1, MAY * step) && spentSeconds <= SHARE * (trainedSeconds - trainedAtFirst);
    }

    /**
     * One was kept.
     *
     * @param cost seconds that training waited for it
     */
    public void kept(long step, double trainedSeconds, double cost) {
        if (last < 0) {
            trainedAtFirst = trainedSeconds;
        } else {
            // The first is taken while the run is being built, when nobody trains yet.
            spentSeconds += cost;
        }
        last = step;
    }

    /** The run goes on from an earlier step, which is kept already. */
    public void back(long step) {
        last = step;
    }
}
