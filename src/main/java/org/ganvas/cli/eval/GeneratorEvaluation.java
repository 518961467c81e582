package org.ganvas.cli.eval;

import java.util.Locale;
import java.util.Map;
import org.ganvas.cli.EvalCommand;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** One way to measure a generator. A new one joins the list in {@link EvalCommand}. Used by the command's own thread. */
public interface GeneratorEvaluation {

    /** Fewer samples tell nothing. */
    int FEWEST = 100;

    /**
     * What a person asked for.
     *
     * @param data id of the data to measure against
     * @param samples how many samples are judged; null for as many as are usual
     * @param seed decides all random numbers of the measuring
     * @param averaged whether G's averaged weights draw
     * @param others id of samples that something else made, judged instead of what G makes; null for G's own
     */
    record Wish(
            String data,
            @Nullable Integer samples,
            long seed,
            boolean averaged,
            @Nullable String others) {

        /**
         * How many samples are judged.
         *
         * @param usual where nothing is asked for
         * @param made what something else made; null where G makes as many as are wanted
         * @throws CliException if there are not as many as asked for
         */
        int count(int usual, @Nullable Dataset made) throws CliException {
            if (made == null) {
                return samples == null ? usual : samples;
            }
            int there = made.size();
            if (samples != null && samples > there) {
                throw new CliException(String.format(
                        Locale.ROOT,
                        "'%s' holds %,d samples to judge; choose --samples %d or fewer.",
                        made.name(),
                        there,
                        there));
            }
            if (there < FEWEST) {
                throw new CliException(String.format(
                        Locale.ROOT,
                        "'%s' holds %,d samples to judge, and fewer than %d tell nothing; have more made.",
                        made.name(),
                        there,
                        FEWEST));
            }
            return samples == null ? Math.min(usual, there) : samples;
        }
    }

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
    Measured measure(CliContext context, RunCapture run, Wish wish) throws CliException, DataException;
}
