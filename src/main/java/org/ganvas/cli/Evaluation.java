package org.ganvas.cli;

import java.util.Map;
import org.ganvas.data.DataException;
import org.ganvas.session.RunCapture;

/** One way to measure a generator. A new one joins the list in {@link EvalCommand}. Used by the command's own thread. */
interface Evaluation {

    /**
     * What a person asked for.
     *
     * @param data id of the data to measure against
     * @param samples how many samples are judged
     * @param seed decides all random numbers of the measuring
     * @param averaged whether G's averaged weights draw
     */
    record Wish(String data, int samples, long seed, boolean averaged) {}

    /** Whether it can judge what this run's generator makes. */
    boolean suits(RunCapture run);

    /** How many samples it takes where nobody says. */
    int usualSamples();

    /**
     * Measures.
     *
     * @return what to print, name and value in order
     * @throws CliException with one sentence, if it cannot be done as wished
     */
    Map<String, Object> measure(Backstage backstage, RunCapture run, Wish wish) throws CliException, DataException;
}
