package org.ganvas.session.history;

/**
 * Schedule of complete checkpoints: required by the growth of the run, so that no gap becomes too long, and before that
 * allowed as often as a small share of the training time pays for. The training thread's.
 */
public final class CheckpointSchedule {

    /** At this relative growth a checkpoint is required at any cost; {@link CheckpointRetentionPolicy#MAX_GAP} is the limit. */
    private static final double REQUIRED_GROWTH = 0.04;

    /** At less relative growth, a checkpoint is hardly worth its memory. */
    private static final double MIN_GROWTH = 0.005;

    /** At the beginning a twentieth of the run is less than a step; within so many steps none is required. */
    private static final long MIN_REQUIRED_STEPS = 5;

    /** Share of the training time that checkpoints may cost where none is required. */
    private static final double TIME_SHARE = 0.012;

    private long lastStep = -1;
    private double trainedAtFirst;
    private double spentSeconds;

    /** Whether a checkpoint must be recorded now. */
    public boolean isRequired(long step) {
        return lastStep < 0 || step - lastStep >= Math.max(MIN_REQUIRED_STEPS, Math.floor(REQUIRED_GROWTH * step));
    }

    /** Whether one may be recorded now. */
    public boolean isDue(long step, double trainedSeconds) {
        return isRequired(step)
                || step - lastStep >= Math.max(1, MIN_GROWTH * step)
                        && spentSeconds <= TIME_SHARE * (trainedSeconds - trainedAtFirst);
    }

    /**
     * A checkpoint was recorded.
     *
     * @param cost seconds that training waited for it
     */
    public void recorded(long step, double trainedSeconds, double cost) {
        if (lastStep < 0) {
            trainedAtFirst = trainedSeconds;
        } else {
            // The first one is recorded while the run is being built, when no training waits.
            spentSeconds += cost;
        }
        lastStep = step;
    }

    /** The run continues from an earlier step, which has a checkpoint already. */
    public void rewound(long step) {
        lastStep = step;
    }
}
