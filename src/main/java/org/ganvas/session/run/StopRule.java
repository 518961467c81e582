package org.ganvas.session.run;

import org.jspecify.annotations.Nullable;

/**
 * When training pauses by itself: at whichever comes first.
 *
 * @param step the last step taken, counted from the start of the run
 * @param trainedSeconds time spent training, counted from the start of the run
 * @param goal a measure that is reached; null for none
 */
public record StopRule(
        long step, double trainedSeconds, @Nullable MetricGoal goal) {

    public static final StopRule NEVER = new StopRule(Long.MAX_VALUE, Double.POSITIVE_INFINITY);

    /** By steps and time alone. */
    public StopRule(long step, double trainedSeconds) {
        this(step, trainedSeconds, null);
    }

    public boolean isMet(long atStep, double atSeconds) {
        return atStep >= step || atSeconds >= trainedSeconds;
    }

    /** Whether the measure says so. */
    public boolean isMet(MetricLog measures) {
        return goal != null && goal.isMet(measures);
    }
}
