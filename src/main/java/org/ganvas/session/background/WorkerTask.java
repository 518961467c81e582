package org.ganvas.session.background;

import org.ganvas.engine.train.GeneratorWeights;

/** What is done with each copy of one run's generator. All on the sideline's thread. */
public interface WorkerTask extends AutoCloseable {

    /**
     * Works on a copy, which belongs to somebody else afterwards.
     *
     * @param trainedSeconds training time at its step
     * @param rest for long pieces
     * @throws Exception if it cannot be done; the sideline reports it and gives this work up
     */
    void on(GeneratorWeights weights, double trainedSeconds, Rest rest) throws Exception;

    @Override
    void close();

    /** How a long piece of work keeps to its share and learns that nobody wants it any more. */
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
