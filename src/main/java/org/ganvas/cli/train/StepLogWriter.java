package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.engine.state.StepReport;
import org.ganvas.project.exchange.StepCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Writer of {@code --log}; does nothing without one. A full disk ends the log and not the training. Called with every
 * step on the training thread; opened and closed by the command's own.
 */
final class StepLogWriter implements TrainingListener {

    private final @Nullable StepCsvExport file;
    private final SideOutput output;

    private StepLogWriter(@Nullable StepCsvExport file, SideOutput output) {
        this.file = file;
        this.output = output;
    }

    /**
     * Opens a log.
     *
     * @param path null for none
     * @param append whether an older log is continued
     * @param output receives failures of rows
     * @throws ProjectException if the file cannot be written
     */
    static StepLogWriter open(@Nullable Path path, boolean append, SideOutput output) throws ProjectException {
        if (path == null) {
            return new StepLogWriter(null, output);
        }
        return new StepLogWriter(append ? StepCsvExport.append(path) : StepCsvExport.create(path), output);
    }

    @Override
    public void onStep(long step, double trainedSeconds, StepReport scores) {
        StepCsvExport open = file;
        // Not again after a failure: a log with a gap would be read as one without.
        if (open != null && !output.hasFailed()) {
            output.attempt(() -> open.append(step, trainedSeconds, scores));
        }
    }

    /** Completes the file, once the training thread writes no more. */
    void finish() {
        StepCsvExport open = file;
        if (open != null) {
            boolean complete = !output.hasFailed();
            // Closing a log that failed fails again, which is nothing new.
            if (complete) {
                output.attempt(open::close);
            } else {
                new SideOutput(output.name()).attempt(open::close);
            }
        }
    }
}
