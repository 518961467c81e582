package org.ganvas.session.history;

/**
 * When the next complete moment is due: by how far the run has grown, so that no gap becomes too long, and before that as
 * often as a small share of the training time pays for. The training thread's.
 */
public final class CheckpointSchedule {

    /** At this growth a moment is due whatever it costs: the law allows {@link RetentionPolicy#MAX_GAP}. */
    private static final double REQUIRED_GROWTH = 0.04;

    /** Nearer together than this, moments are hardly worth their room. */
    private static final double MIN_GROWTH = 0.005;

    /** At the very beginning a twentieth of the run is less than a step; nearer than so many steps nothing must be. */
    private static final long MIN_REQUIRED_STEPS = 5;

    /** Part of the training time that moments may cost where none must be. */
    private static final double TIME_SHARE = 0.012;

    private long last = -1;
    private double trainedAtFirst;
    private double spentSeconds;

    /** Whether a moment must be kept now. */
    public boolean isRequired(long step) {
        return last < 0 || step - last >= Math.max(MIN_REQUIRED_STEPS, Math.floor(REQUIRED_GROWTH * step));
    }

    /** Whether one may be kept now. */
    public boolean isDue(long step, double trainedSeconds) {
        return isRequired(step)
                || step - last >= Math.max(1, MIN_GROWTH * step) && spentSeconds <= TIME_SHARE * (trainedSeconds - trainedAtFirst);
    }

    /**
     * One was kept.
     *
     * @param cost seconds that training waited for it
     */
    public void recorded(long step, double trainedSeconds, double cost) {
        if (last < 0) {
            trainedAtFirst = trainedSeconds;
        } else {
            // The first is taken while the run is being built, when nobody trains yet.
            spentSeconds += cost;
        }
        last = step;
    }

    /** The run goes on from an earlier step, which is kept already. */
    public void rewound(long step) {
        last = step;
    }
}
