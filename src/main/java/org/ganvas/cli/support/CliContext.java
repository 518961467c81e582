package org.ganvas.cli.support;

import java.io.PrintStream;
import org.ganvas.data.Progress;

/**
 * Where a command runs.
 *
 * @param environment the machine
 * @param out for results
 * @param err for progress and problems
 * @param stop Ctrl+C
 */
public record CliContext(CliEnvironment environment, PrintStream out, PrintStream err, StopSignal stop) {

    /** For work that tells how far it is: nobody listens, but Ctrl+C ends it. */
    public Progress untilStopped() {
        return new Progress() {
            @Override
            public void report(double fraction) {
                // The result says how long the film is; it is written in seconds.
            }

            @Override
            public boolean isCancelled() {
                return stop.requested();
            }
        };
    }
}
