package org.ganvas.engine.spec;

/**
 * How learning rates change over a run, as a factor of both.
 *
 * @param warmUpSteps steps in which rates rise linearly from 0; 0 means at once
 * @param decayFrom step from which rates fall linearly; 0 with decayTo 0 means never
 * @param decayTo step at which they reach their final share
 * @param finalShare of the rate from then on, in [0, 1]
 */
public record RateSchedule(long warmUpSteps, long decayFrom, long decayTo, double finalShare) {

    /** Rates stay. */
    public static final RateSchedule CONSTANT = new RateSchedule(0, 0, 0, 1);

    public RateSchedule {
        SpecException.require(
                warmUpSteps >= 0 && decayFrom >= 0 && decayTo >= decayFrom,
                "engine.spec.schedule.steps",
                warmUpSteps,
                decayFrom,
                decayTo);
        SpecException.require(
                finalShare >= 0 && finalShare <= 1, "engine.spec.schedule.finalShare", finalShare);
    }

    /** The factor at a step, counted from 1. */
    public double factor(long step) {
        double warm = step < warmUpSteps ? (double) step / warmUpSteps : 1;
        if (decayTo == 0 || step <= decayFrom) {
            return warm;
        }
        double way = step >= decayTo ? 1 : (double) (step - decayFrom) / (decayTo - decayFrom);
        return warm * (1 + way * (finalShare - 1));
    }
}
