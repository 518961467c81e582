package org.ganvas.session;

import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a run whose numbers blew up back to its last good step, exactly. A state is kept now and then, so seldom that
 * keeping it costs half a percent of training; the steps since are taken again, which gives the same numbers because every
 * random one is a function of (seed, step). The training thread's.
 */
final class DivergenceRecovery {

    private static final double SHARE = 0.005;
    private static final double LEAST_SECONDS = 0.25;
    private static final double MOST_SECONDS = 5;

    private @Nullable TrainerState kept;
    private double secondsLeft;

    /** Before a step: keeps the state if it is time to. */
    void spread(Trainer trainer) {
        if (kept == null || secondsLeft <= 0) {
            keep(trainer);
        }
    }

    /** A step was taken. */
    void took(double seconds) {
        secondsLeft -= seconds;
    }

    /** Steps from here on are computed otherwise: another spec, or another number of threads. */
    void keep(Trainer trainer) {
        long before = System.nanoTime();
        TrainerState state = trainer.capture();
        if (sound(state)) {
            kept = state;
        }
        double cost = (System.nanoTime() - before) / 1e9;
        secondsLeft = Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, cost / SHARE));
    }

    /**
     * Goes back to the last step after which every number is one.
     *
     * @param badStep the step that could not be made
     * @return whether there was a state to go back to
     */
    boolean recover(Trainer trainer, long badStep) {
        TrainerState from = kept;
        if (from == null) {
            return false;
        }
        trainer.restore(from);
        replay(trainer, badStep - 1);
        if (!sound(trainer.capture())) {
            // Weights can overflow in a step whose loss is still a number, so the steps are looked at one by one.
            trainer.restore(from);
            replayWhileSound(trainer, badStep - 1);
        }
        return true;
    }

    private static void replay(Trainer trainer, long until) {
        while (trainer.stepsTaken() < until) {
            trainer.step();
        }
    }

    private static void replayWhileSound(Trainer trainer, long until) {
        TrainerState last = trainer.capture();
        while (trainer.stepsTaken() < until) {
            trainer.step();
            TrainerState next = trainer.capture();
            if (!sound(next)) {
                trainer.restore(last);
                return;
            }
            last = next;
        }
    }

    private static boolean sound(TrainerState state) {
        for (NamedArray array : state.arrays()) {
            if (!sound(array.values())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sound(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** What to say of a step that could not be made. */
    static String sentence(DivergenceException failure, long goodStep) {
        return "%s Training is paused at step %d, the last good one, and nothing is lost: go back some steps, lower the learning rates, then go on."
                .formatted(failure.getMessage(), goodStep);
    }
}
