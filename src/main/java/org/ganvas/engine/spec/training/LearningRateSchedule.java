package org.ganvas.engine.spec.training;

import org.ganvas.engine.spec.base.SpecException;

/**
 * Learning rates over a run, as a factor of both. Immutable, any thread.
 *
 * @param warmUpSteps steps in which rates rise linearly from 0; 0 for none
 * @param decayFrom step from which rates fall linearly; 0 with decayTo 0 for never
 * @param decayTo step at which they reach their final share
 * @param finalShare share of the rate from decayTo on, in [0, 1]
 */
public record LearningRateSchedule(long warmUpSteps, long decayFrom, long decayTo, double finalShare) {

    /** Constant rates. */
    public static final LearningRateSchedule CONSTANT = new LearningRateSchedule(0, 0, 0, 1);

    public LearningRateSchedule {
        SpecException.require(
                warmUpSteps >= 0 && decayFrom >= 0 && decayTo >= decayFrom,
                "engine.spec.schedule.steps",
                warmUpSteps,
                decayFrom,
                decayTo);
        SpecException.require(finalShare >= 0 && finalShare <= 1, "engine.spec.schedule.finalShare", finalShare);
    }

    /** Factor at a step, counted from 1. */
    public double factor(long step) {
        double warmUp = step < warmUpSteps ? (double) step / warmUpSteps : 1;
        if (decayTo == 0 || step <= decayFrom) {
            return warmUp;
        }
        double progress = step >= decayTo ? 1 : (double) (step - decayFrom) / (decayTo - decayFrom);
        return warmUp * (1 + progress * (finalShare - 1));
    }
}
