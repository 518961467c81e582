package org.ganvas.engine.probe;

import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.Trainer;

/**
 * Times steps of a run with other numbers of native threads and takes them back when closed, so that the run goes on as
 * if nothing had been. A real step is the only work that is representative of every network. Used by the trainer's
 * thread, between two steps.
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
     * Takes one step.
     *
     * @param count native threads to take it with, at least 1
     * @return seconds it took
     */
    public double stepSeconds(int count) {
        NativeEngine.setThreads(count);
        long start = System.nanoTime();
        trainer.step();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Takes the steps back and computes with as many threads as before. */
    @Override
    public void close() {
        trainer.restore(before);
        NativeEngine.setThreads(threads);
    }
}
