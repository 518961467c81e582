package org.ganvas.engine.probe;

import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;

/**
 * Timing of real training steps with other numbers of native threads, because no other work is representative of every
 * network. Closing restores the state before, so that the run resumes unchanged. The training thread's, between two steps.
 */
public final class ThreadTimingProbe implements AutoCloseable {

    private final Trainer trainer;
    private final TrainerState before;
    private final int threads;

    public ThreadTimingProbe(Trainer trainer) {
        this.trainer = trainer;
        before = trainer.capture();
        threads = NativeEngine.threads();
    }

    /**
     * Times one step.
     *
     * @param count number of native threads, at least 1
     * @return seconds
     */
    public double stepSeconds(int count) {
        NativeEngine.setThreads(count);
        long start = System.nanoTime();
        trainer.step();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Restores the run's state and the number of threads. */
    @Override
    public void close() {
        trainer.restore(before);
        NativeEngine.setThreads(threads);
    }
}
