package org.ganvas.engine.spec.training;

import org.ganvas.engine.spec.base.SpecException;

/**
 * Times of progressive growing (Karras et al. 2018, 1710.10196): the coarsest stage trains alone, then each finer one fades
 * in and trains on. What a stage is, the fade layers of the networks say. Growth is a function of the step alone, so a run
 * that is resumed or rewound is at the same place. Immutable, any thread.
 *
 * @param steadySteps steps that a stage trains without a change
 * @param fadeSteps steps in which the next stage fades in
 * @param resetsOptimizers whether all optimizers start anew when a stage begins to fade in
 */
public record GrowthSpec(long steadySteps, long fadeSteps, boolean resetsOptimizers) {

    /** All stages at once, from the first step on. */
    public static final GrowthSpec NONE = new GrowthSpec(0, 0, true);

    /** A limit for files: with all stages, steps stay far below the greatest long. */
    private static final long MOST_STEPS = 1_000_000_000;

    public GrowthSpec {
        SpecException.require(
                Math.min(steadySteps, fadeSteps) >= 0 && Math.max(steadySteps, fadeSteps) <= MOST_STEPS,
                "engine.spec.growth.steps",
                MOST_STEPS,
                steadySteps,
                fadeSteps);
    }

    /** Whether stages come in one after the other. */
    public boolean grows() {
        return steadySteps + fadeSteps > 0;
    }

    /**
     * Number of stages that have come in at a step, with the share of the one that fades in.
     *
     * @param step counted from 1; 0 before the first
     * @param stages number of stages beside the coarsest
     */
    public double at(long step, int stages) {
        if (!grows()) {
            return stages;
        }
        long sinceFirst = step - steadySteps;
        if (sinceFirst <= 0) {
            return 0;
        }
        long complete = (sinceFirst - 1) / period();
        if (complete >= stages) {
            return stages;
        }
        long faded = sinceFirst - complete * period();
        return faded >= fadeSteps ? complete + 1 : complete + (double) faded / fadeSteps;
    }

    /** Whether a stage, other than the coarsest, takes part for the first time in a step. */
    public boolean beginsStage(long step, int stages) {
        long sinceFirst = step - steadySteps - 1;
        return grows() && sinceFirst >= 0 && sinceFirst % period() == 0 && sinceFirst / period() < stages;
    }

    private long period() {
        return steadySteps + fadeSteps;
    }
}
