package org.ganvas.session;

import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a diverged run back to its last good step, exactly. A state is kept now and then, so seldom that it costs half a
 * percent of training; the steps since are taken again, which gives the same numbers because every random number is a
 * function of (seed, step). The training thread's.
 */
final class DivergenceRecovery {

    /** Share of training time. */
    private static final double SHARE = 0.005;

    private static final double LEAST_SECONDS = 0.25;
    private static final double MOST_SECONDS = 5;

    private @Nullable TrainerState kept;
    private double secondsLeft;

    /** Keeps the state if that is due. */
    void beforeStep(Trainer trainer) {
        if (kept == null || secondsLeft <= 0) {
            keep(trainer);
        }
    }

    /** Counts a step. */
    void afterStep(double seconds) {
        secondsLeft -= seconds;
    }

    /** Keeps the state now: steps from here on are computed with another spec or another number of threads. */
    void keep(Trainer trainer) {
        long before = System.nanoTime();
        TrainerState state = trainer.capture();
        if (finite(state)) {
            kept = state;
        }
        double cost = (System.nanoTime() - before) / 1e9;
        secondsLeft = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, cost / SHARE));
    }

    /**
     * Goes back to the last step after which every number is finite.
     *
     * @param badStep the step that was not possible
     * @return whether there was a state to go back to
     */
    boolean recover(Trainer trainer, long badStep) {
        TrainerState from = kept;
        if (from == null) {
            return false;
        }
        trainer.restore(from);
        replay(trainer, badStep - 1);
        if (!finite(trainer.capture())) {
            // Weights can overflow in a step whose loss is still finite, so the steps are checked one by one.
            trainer.restore(from);
            replayWhileFinite(trainer, badStep - 1);
        }
        return true;
    }

    private static void replay(Trainer trainer, long until) {
        while (trainer.stepsTaken() < until) {
            trainer.step();
        }
    }

    private static void replayWhileFinite(Trainer trainer, long until) {
        TrainerState last = trainer.capture();
        while (trainer.stepsTaken() < until) {
            trainer.step();
            TrainerState next = trainer.capture();
            if (!finite(next)) {
                trainer.restore(last);
                return;
            }
            last = next;
        }
    }

    private static boolean finite(TrainerState state) {
        for (NamedArray array : state.arrays()) {
            if (!finite(array.values())) {
                return false;
            }
        }
        return true;
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
