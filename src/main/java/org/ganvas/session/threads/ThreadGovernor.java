package org.ganvas.session.threads;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.ganvas.session.run.RunCapture;

/**
 * Chooses the number of native threads: calibrated before the first step of a run, again when steps become slow because
 * other programs need the cores, and now and then, because those may have ended. A number that the user has fixed is never
 * changed. The training thread's.
 */
public final class ThreadGovernor {

    private static final long SECOND = 1_000_000_000L;
    private static final long LEAST_WAIT = 30 * SECOND;
    private static final long WAIT_AFTER_SLOWDOWN = 120 * SECOND;
    private static final long USUAL_WAIT = 600 * SECOND;

    private final LongSupplier clock;
    private final IntConsumer engine;
    private final SlowdownDetector slowdown = new SlowdownDetector();
    private ThreadPolicy policy;
    private int count;
    private List<ThreadTiming> timings = List.of();
    private boolean calibrated;
    private long calibratedAt;
    private long wait = USUAL_WAIT;

    /**
     * @param clock nanoseconds from any fixed point
     * @param engine receives the number to compute with
     */
    public ThreadGovernor(ThreadPolicy policy, LongSupplier clock, IntConsumer engine) {
        this.clock = clock;
        this.engine = engine;
        this.policy = policy;
        count = policy.automatic() ? 1 : policy.fixed();
        engine.accept(count);
    }

    /**
     * Prepares for another run.
     *
     * @param sameNetworks whether its networks are built like those before, so that the timings still hold
     */
    public void newRun(boolean sameNetworks) {
        if (!sameNetworks) {
            calibrated = false;
            timings = List.of();
        }
        slowdown.restart();
    }

    /**
     * Takes over the number that a restored run was computed with, which it needs to continue exactly. Where the machine
     * has fewer cores or the user has fixed another number, the number is calibrated or left as always.
     */
    public void restore(int threads) {
        if (policy.automatic() && threads != RunCapture.UNKNOWN_THREADS && threads <= ThreadPolicy.cores()) {
            count = threads;
            timings = List.of();
            postpone();
            apply();
        }
    }

    /** Takes the user's choice, {@link ThreadPolicy#AUTOMATIC} included. */
    public void choose(int fixed) {
        policy = policy.with(fixed);
        timings = List.of();
        calibrated = false;
        count = policy.automatic() ? 1 : fixed;
        slowdown.restart();
        apply();
    }

    /** Whether the number is to be calibrated before the next step. */
    public boolean calibrationDue() {
        if (!policy.automatic() || policy.most() == 1) {
            return false;
        }
        long since = clock.getAsLong() - calibratedAt;
        return !calibrated || policy.recalibrates() && since >= (slowdown.slow() ? LEAST_WAIT : wait);
    }

    /** Times all numbers and chooses the best. */
    public void calibrate(ThreadCalibration.Timer timer) {
        wait = slowdown.slow() ? WAIT_AFTER_SLOWDOWN : USUAL_WAIT;
        timings = new ThreadCalibration(clock).time(ThreadPolicy.candidates(policy.most()), timer);
        postpone();
        count = ThreadPolicy.best(timings);
        slowdown.restart();
    }

    /** Registers a calibration that was not possible; the next one is as far off as after one that was. */
    public void postpone() {
        calibrated = true;
        calibratedAt = clock.getAsLong();
    }

    /** Counts a step of the run. */
    public void stepTaken(long stepNanos) {
        slowdown.stepTaken(stepNanos);
    }

    /** The number and why it was chosen. */
    public ThreadUse use() {
        return new ThreadUse(count, policy.automatic(), policy.most(), timings);
    }

    /** Sets the chosen number in the engine. */
    public void apply() {
        engine.accept(count);
    }
}
