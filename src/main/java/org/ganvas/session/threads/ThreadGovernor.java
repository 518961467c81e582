package org.ganvas.session.threads;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.ganvas.session.run.RunCapture;

/**
 * Keeps the number of native threads right: measured before the first step of a run, again when steps become slow
 * because others need the cores, and now and then, because they may have gone. A number that a person has fixed is never
 * touched. The training thread's.
 */
public final class ThreadGovernor {

    private static final long SECOND = 1_000_000_000L;
    private static final long LEAST_PAUSE = 30 * SECOND;
    private static final long AFTER_SLOWNESS = 120 * SECOND;
    private static final long NOW_AND_THEN = 600 * SECOND;

    private final LongSupplier clock;
    private final IntConsumer engine;
    private final SlowdownDetector watch = new SlowdownDetector();
    private ThreadPolicy policy;
    private int count;
    private List<ThreadTiming> timings = List.of();
    private boolean measured;
    private long measuredAt;
    private long pause = NOW_AND_THEN;

    /**
     * @param clock nanoseconds from any fixed point
     * @param engine takes the number to compute with
     */
    public ThreadGovernor(ThreadPolicy policy, LongSupplier clock, IntConsumer engine) {
        this.clock = clock;
        this.engine = engine;
        this.policy = policy;
        count = policy.automatic() ? 1 : policy.fixed();
        engine.accept(count);
    }

    /**
     * Another run begins.
     *
     * @param sameNetworks whether they are built as before, so that what was measured still holds
     */
    public void newRun(boolean sameNetworks) {
        if (!sameNetworks) {
            measured = false;
            timings = List.of();
        }
        watch.restart();
    }

    /**
     * A run is taken up that was computed with this number; to go on exactly, it needs the same. Where the machine has
     * fewer cores, or a person has fixed another number, it is measured or left as always.
     */
    public void restore(int threads) {
        if (policy.automatic() && threads != RunCapture.UNKNOWN_THREADS && threads <= ThreadPolicy.cores()) {
            count = threads;
            timings = List.of();
            postpone();
            apply();
        }
    }

    /** Takes a person's choice, {@link ThreadPolicy#AUTOMATIC} included. */
    public void choose(int fixed) {
        policy = policy.with(fixed);
        timings = List.of();
        measured = false;
        count = policy.automatic() ? 1 : fixed;
        watch.restart();
        apply();
    }

    /** Whether it should be measured before the next step. */
    public boolean due() {
        if (!policy.automatic() || policy.most() == 1) {
            return false;
        }
        long since = clock.getAsLong() - measuredAt;
        return !measured || policy.adapts() && since >= (watch.slow() ? LEAST_PAUSE : pause);
    }

    /** Measures and takes the best number. */
    public void calibrate(ThreadCalibration.Timer timer) {
        pause = watch.slow() ? AFTER_SLOWNESS : NOW_AND_THEN;
        timings = new ThreadCalibration(clock).measure(ThreadPolicy.counts(policy.most()), timer);
        postpone();
        count = ThreadPolicy.best(timings);
        watch.restart();
    }

    /** It could not be measured; the next try is as far off as if it could. */
    public void postpone() {
        measured = true;
        measuredAt = clock.getAsLong();
    }

    /** A step of the run was taken. */
    public void stepTaken(long stepNanos) {
        watch.stepTaken(stepNanos);
    }

    public ThreadUse now() {
        return new ThreadUse(count, policy.automatic(), policy.most(), timings);
    }

    /** Lets the engine compute with the number that was chosen. */
    public void apply() {
        engine.accept(count);
    }
}
