package org.ganvas.cli.support;

import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.StopRule;

/**
 * Range of training of one command: where it starts and where it ends. Immutable.
 *
 * @param startStep steps taken before
 * @param startSeconds training time before
 * @param end where it stops
 */
public record TrainingTarget(long startStep, double startSeconds, StopRule end) {

    /** Fraction done, 0 to 1: of the steps or of the time, whichever is nearer to its end. */
    double fraction(TrainingSnapshot now) {
        double bySteps = (double) (now.step() - startStep) / Math.max(1, end.step() - startStep);
        double byTime = (now.trainedSeconds() - startSeconds) / Math.max(1e-9, end.trainedSeconds() - startSeconds);
        return Math.max(0, Math.min(1, Math.max(bySteps, byTime)));
    }

    /** Seconds to the end at the present speed; infinite where the speed is not known yet. */
    double secondsLeft(TrainingSnapshot now) {
        double bySteps =
                now.stepsPerSecond() > 0 ? (end.step() - now.step()) / now.stepsPerSecond() : Double.POSITIVE_INFINITY;
        return Math.max(0, Math.min(bySteps, end.trainedSeconds() - now.trainedSeconds()));
    }

    /** Whether training stops at a number of steps, and not only at a time. */
    public boolean countsSteps() {
        return end.step() != Long.MAX_VALUE;
    }
}
