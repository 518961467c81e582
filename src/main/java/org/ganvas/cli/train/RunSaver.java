package org.ganvas.cli.train;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ganvas.cli.support.CliException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.recovery.RescueCopy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;

/** Saves the run of a session as a project file. Used by the command's own thread. */
public final class RunSaver {

    private static final System.Logger LOG = System.getLogger(RunSaver.class.getName());

    private final TrainingSession session;
    private final ProjectExtras extras;
    private final ProjectStore store;

    /**
     * @param extras what the file holds beside the run
     * @param store knows the file if the run was opened from it
     */
    public RunSaver(TrainingSession session, ProjectExtras extras, ProjectStore store) {
        this.session = session;
        this.extras = extras;
        this.store = store;
    }

    /**
     * Saves the run.
     *
     * @return what was saved
     */
    public RunCapture save(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        store.save(run, extras, project);
        return run;
    }

    /** Saves the run in a place of its own if the project fails: hours of training are worth a second try. */
    RunCapture saveOrRescue(Path project) throws CliException, ProjectException {
        RunCapture run = capture();
        try {
            store.save(run, extras, project);
            return run;
        } catch (ProjectException e) {
            Path rescue =
                    store.isChangedElsewhere(project) ? saveBeside(run, project) : RescueCopy.save(store, run, extras);
            throw new CliException(Message.of("cli.save.rescued", e.message(), rescue), e);
        }
    }

    /** Saves beside a project that another program has written meanwhile. */
    private Path saveBeside(RunCapture run, Path project) throws ProjectException {
        Path place = besideFor(project, "-mine");
        try {
            store.save(run, extras, place);
            return place;
        } catch (ProjectException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing can be saved beside the project.", e);
            return RescueCopy.save(store, run, extras);
        }
    }

    /**
     * A free name beside a project.
     *
     * @param mark says what is in the file
     */
    static Path besideFor(Path project, String mark) {
        String name = String.valueOf(project.getFileName());
        String extension = TrainingOptions.EXTENSION;
        String stem = name.toLowerCase(Locale.ROOT).endsWith(extension)
                ? name.substring(0, name.length() - extension.length())
                : name;
        Path place = project.resolveSibling(stem + mark + extension);
        for (int number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); number++) {
            place = project.resolveSibling(stem + mark + "-" + number + extension);
        }
        return place;
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
