package org.ganvas.cli.support;

import org.ganvas.data.Progress;

/** How a piece of work that takes a while stands, on standard error; Ctrl+C cancels it. Used by the command's own thread. */
public final class TaskProgressReport implements Progress {

    private final TrainingProgressReport report;
    private final StopSignal stop;
    private final String what;

    /** @param what such as "Writing the film" */
    public TaskProgressReport(CliContext context, String what) {
        report = new TrainingProgressReport(context.err(), context.environment().terminal());
        stop = context.stop();
        this.what = what;
    }

    @Override
    public void report(double fraction) {
        report.chore(what, fraction);
        if (fraction >= 1) {
            report.clear();
        }
    }

    @Override
    public boolean isCancelled() {
        boolean requested = stop.requested();
        if (requested) {
            report.clear();
        }
        return requested;
    }
}
