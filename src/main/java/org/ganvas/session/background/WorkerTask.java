package org.ganvas.session.background;

import org.ganvas.engine.train.PlayerWeights;

/** Task of a budgeted worker: works on each copy of one run's generator. The worker's thread. */
public interface WorkerTask extends AutoCloseable {

    /**
     * Works on a copy, which is reused afterwards.
     *
     * @param trainedSeconds training time at its step
     * @param rest keeps long work to its budget
     * @throws Exception if it cannot be done; the worker reports it and gives the task up
     */
    void process(PlayerWeights weights, double trainedSeconds, Rest rest) throws Exception;

    @Override
    void close();

    /** Keeps a long piece of work to its budget, and tells whether it is still wanted. */
    interface Rest {

        /**
         * Waits as long as is due after so much work.
         *
         * @param share of one core that the work may take, in (0, 1]
         * @return whether the work is still wanted
         */
        boolean after(long busyNanos, double share);
    }
}
