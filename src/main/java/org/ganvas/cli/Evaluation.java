package org.ganvas.cli;

import java.util.Map;
import org.ganvas.data.DataException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** One way to measure a generator. A new one joins the list in {@link EvalCommand}. Used by the command's own thread. */
interface Evaluation {

    /**
     * What a person asked for.
     *
     * @param data id of the data to measure against
     * @param samples how many samples are judged; null for as many as are usual
     * @param seed decides all random numbers of the measuring
     * @param averaged whether G's averaged weights draw
     */
    record Wish(String data, @Nullable Integer samples, long seed, boolean averaged) {}

    /**
     * What was measured.
     *
     * @param samples how many were judged, on either side
     * @param judge what must be told of the instrument, name and value in order; empty where there is none
     * @param metrics what to print, name and value in order
     */
    record Measured(int samples, Map<String, Object> judge, Map<String, Object> metrics) {}

    /** Whether it can judge what this run's generator makes. */
    boolean suits(RunCapture run);

    /**
     * Measures.
     *
     * @throws CliException with one sentence, if it cannot be done as wished
     */
    Measured measure(Context context, RunCapture run, Wish wish) throws CliException, DataException;
}
