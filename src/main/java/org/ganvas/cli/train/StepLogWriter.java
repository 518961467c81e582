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
    private volatile @Nullable ProjectException problem;

    private StepLogWriter(@Nullable StepCsvExport file) {
        this.file = file;
    }

    /**
     * Opens a log.
     *
     * @param path null for none
     * @param append whether an older log is continued
     * @throws ProjectException if the file cannot be written
     */
    static StepLogWriter open(@Nullable Path path, boolean append) throws ProjectException {
        if (path == null) {
            return new StepLogWriter(null);
        }
        return new StepLogWriter(append ? StepCsvExport.append(path) : StepCsvExport.create(path));
    }

    @Override
    public void onStep(long step, double trainedSeconds, StepReport scores) {
        if (file != null && problem == null) {
            try {
                file.append(step, trainedSeconds, scores);
            } catch (ProjectException e) {
                problem = e;
            }
        }
    }

    /**
     * Completes the file.
     *
     * @throws ProjectException if any row could not be written
     */
    void finish() throws ProjectException {
        if (file != null) {
            file.close();
        }
        ProjectException failure = problem;
        if (failure != null) {
            throw failure;
        }
    }
}
