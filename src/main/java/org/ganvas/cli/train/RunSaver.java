package org.ganvas.cli.train;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ganvas.cli.support.CliException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;

/** Saves the run of a session as a project file. Used by the command's own thread. */
public final class RunSaver {

    private final TrainingSession session;
    private final ProjectExtras extras;

    /**
     * @param extras what the file holds beside the run
     */
    public RunSaver(TrainingSession session, ProjectExtras extras) {
        this.session = session;
        this.extras = extras;
    }

    /**
     * Saves the run.
     *
     * @return what was saved
     */
    public RunCapture save(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        new ProjectStore().save(run, extras, project);
        return run;
    }

    /** Saves the run in the folder for temporary files if the project fails: hours of training are worth a second try. */
    RunCapture saveOrRescue(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        try {
            new ProjectStore().save(run, extras, project);
            return run;
        } catch (ProjectException e) {
            Path rescue = Path.of(System.getProperty("java.io.tmpdir")).resolve(project.getFileName());
            new ProjectStore().save(run, extras, rescue);
            throw new CliException(Message.of("cli.save.rescued", e.message(), rescue), e);
        }
    }

    /** File of a failed run, beside the project of a good one. */
    static Path besideFor(Path project) {
        String name = String.valueOf(project.getFileName());
        String extension = TrainingOptions.EXTENSION;
        String stem = name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : name;
        return project.resolveSibling(stem + "-failed" + extension);
    }

    private RunCapture capture() throws CliException {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Message reason = e.getCause() instanceof HasMessage foreseen
                    ? foreseen.message()
                    : Message.verbatim(String.valueOf(e.getMessage()));
            throw new CliException(Message.of("cli.save.failed", reason), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Message.of("cli.save.interrupted"), e);
        }
    }
}
