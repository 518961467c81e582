package org.ganvas.cli.eval;

import java.util.Map;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of one kind of generator. A new one joins the list in {@code EvalCommand}. Used by the command's own thread.
 */
public interface GeneratorEvaluation {

    /** The fewest samples that give usable metrics. */
    int MIN_SAMPLES = 100;

    /**
     * Options of an evaluation.
     *
     * @param data id of the data to evaluate against
     * @param samples number of samples; null for the usual number
     * @param seed decides all random numbers of the evaluation
     * @param averaged whether G's averaged weights generate
     * @param others id of samples that another program made, evaluated instead of what G generates; null for G's own
     */
    record Options(
            String data,
            @Nullable Integer samples,
            long seed,
            boolean averaged,
            @Nullable String others) {

        /**
         * Number of samples to evaluate.
         *
         * @param usual the number if none is asked for
         * @param made what another program made; null if G generates as many as needed
         * @throws CliException if there are not as many as asked for
         */
        int count(int usual, @Nullable Dataset made) throws CliException {
            if (made == null) {
                return samples == null ? usual : samples;
            }
            int available = made.size();
            String grouped = NumberText.grouped(available);
            if (samples != null && samples > available) {
                throw new CliException(Message.of("cli.eval.tooFewMade", made.name(), grouped, available));
            }
            if (available < MIN_SAMPLES) {
                throw new CliException(Message.of("cli.eval.tooFewToEvaluate", made.name(), grouped, MIN_SAMPLES));
            }
            return samples == null ? Math.min(usual, available) : samples;
        }
    }

    /**
     * Result of an evaluation.
     *
     * @param samples number of samples on either side
     * @param classifier description of the classifier, name and value in order; empty without one
     * @param metrics what to print, name and value in order
     */
    record Result(int samples, Map<String, Object> classifier, Map<String, Object> metrics) {}

    /** Whether it evaluates what this run's generator makes. */
    boolean supports(RunCapture run);

    /**
     * Evaluates a run's generator.
     *
     * @throws CliException if the options do not fit the data
     * @throws DataException if data cannot be read
     */
    Result evaluate(CliContext context, RunCapture run, Options options) throws CliException, DataException;
}
