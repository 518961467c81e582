package org.ganvas.cli.support;

import java.io.PrintStream;
import java.util.Locale;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;

/**
 * Surroundings of one command. Used by the command's own thread.
 *
 * @param environment session, engine, data and terminal
 * @param out for results
 * @param err for progress and problems
 * @param language of all messages; text for machines does not depend on it
 * @param stop Ctrl+C
 */
public record CliContext(
        CliEnvironment environment, PrintStream out, PrintStream err, Locale language, StopSignal stop) {

    /** A message in the language of the command line. */
    public String text(Message message) {
        return MessageBundles.text(message, language);
    }

    /** Prints a result on standard output. */
    public void printResult(Message message) {
        out.println(text(message));
    }

    /** Prints a remark or a problem on standard error. */
    public void printError(Message message) {
        err.println(text(message));
    }

    /** A report of training on standard error, for one piece of work. */
    public TrainingProgressReport progressReport() {
        return new TrainingProgressReport(err, environment.terminal(), language);
    }

    /** Progress of work that takes seconds: nothing is shown, but Ctrl+C cancels it. */
    public ProgressListener untilStopped() {
        return new ProgressListener() {
            @Override
            public void report(double fraction) {
                // The work is done before a bar would help.
            }

            @Override
            public boolean isCancelled() {
                return stop.requested();
            }
        };
    }
}
