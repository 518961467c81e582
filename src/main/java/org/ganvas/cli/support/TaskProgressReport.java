package org.ganvas.cli.support;

import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Progress of one piece of work on standard error; Ctrl+C cancels it. Nothing is printed before the work begins. Used by
 * the command's own thread.
 */
public final class TaskProgressReport implements ProgressListener {

    private final TrainingProgressReport report;
    private final StopSignal stop;
    private final Message task;
    private @Nullable Message announcement;

    /** @param task such as "Writing the time-lapse" */
    public TaskProgressReport(CliContext context, Message task) {
        this(context, task, null);
    }

    /**
     * @param task such as "Training the classifier"
     * @param announcement a sentence printed when the work begins; null for none
     */
    public TaskProgressReport(CliContext context, Message task, @Nullable Message announcement) {
        report = context.progressReport();
        stop = context.stop();
        this.task = task;
        this.announcement = announcement;
    }

    @Override
    public void report(double fraction) {
        if (announcement != null) {
            report.print(announcement);
            announcement = null;
        }
        report.showTask(task, fraction);
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
