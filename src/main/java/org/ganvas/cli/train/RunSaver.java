package org.ganvas.cli.train;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ganvas.cli.support.CliException;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;

/** Takes a run off the desk and puts it into a project file. Used by the command's own thread. */
public final class RunSaver {

    private static final String EXTENSION = ".ganvas";

    private final TrainingSession desk;
    private final ProjectExtras extras;

    /**
     * @param extras what goes back into the file beside the run
     */
    public RunSaver(TrainingSession desk, ProjectExtras extras) {
        this.desk = desk;
        this.extras = extras;
    }

    public RunCapture save(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        new ProjectStore().save(run, extras, project);
        return run;
    }

    /** Saves where temporary files go if the place itself fails: hours of training are worth a second try. */
    RunCapture saveOrRescue(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        try {
            new ProjectStore().save(run, extras, project);
            return run;
        } catch (ProjectException e) {
            Path rescue = Path.of(System.getProperty("java.io.tmpdir")).resolve(project.getFileName());
            new ProjectStore().save(run, extras, rescue);
            throw new CliException(e.getMessage() + " It was saved to " + rescue + " instead.", e);
        }
    }

    /** Where a failed run is put, beside the place of a good one. */
    static Path besideFor(Path project) {
        String name = String.valueOf(project.getFileName());
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return project.resolveSibling(stem + "-failed" + EXTENSION);
    }

    private RunCapture capture() throws CliException {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(answer));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new CliException("The run could not be saved: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("The run could not be saved, because the program was told to end at once.", e);
        }
    }
}
