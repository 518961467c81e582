package org.ganvas.cli.eval;

import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.data.Progress;

/** How training a classifier stands, on standard error; Ctrl+C cancels it. Used by the command's own thread. */
final class ClassifierProgressReport implements Progress {

    private final TrainingProgressReport report;
    private final StopSignal stop;
    private final String data;
    private boolean begun;

    ClassifierProgressReport(TrainingProgressReport report, StopSignal stop, String data) {
        this.report = report;
        this.stop = stop;
        this.data = data;
    }

    @Override
    public void report(double fraction) {
        if (!begun) {
            begun = true;
            report.say("A classifier is trained on '%s', once; it is kept for the next time.".formatted(data));
        }
        report.chore("Training the classifier", fraction);
        if (fraction >= 1) {
            report.clear();
        }
    }

    @Override
    public boolean isCancelled() {
        return stop.requested();
    }
}
