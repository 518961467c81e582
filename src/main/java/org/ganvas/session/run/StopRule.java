package org.ganvas.session.run;

import org.jspecify.annotations.Nullable;

/**
 * Condition under which training pauses by itself: whichever part is met first. Immutable, any thread.
 *
 * @param step the last step to take, counted from the start of the run
 * @param trainedSeconds time to spend training, counted from the start of the run
 * @param goal for an evaluation metric; null for none
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

    /** Whether there is a goal and the metrics reach it. */
    public boolean isMet(MetricLog metrics) {
        return goal != null && goal.isMet(metrics);
    }
}
