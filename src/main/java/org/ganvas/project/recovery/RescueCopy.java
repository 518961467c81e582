package org.ganvas.project.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/**
 * Copy of a run whose own file cannot be written. Each lies in a folder of its own, made for it and closed to other
 * users, so that it meets no file and no link that somebody put there. Any thread.
 */
public final class RescueCopy {

    /** A name of its own: that of the project may be what made saving fail. */
    private static final String NAME = "rescued.ganvas";

    private static final String FOLDER = "ganvas-rescue-";
    private static final System.Logger LOG = System.getLogger(RescueCopy.class.getName());

    private RescueCopy() {}

    /**
     * Saves a run in the folder for temporary files, or where that fails in the user's home.
     *
     * @return the file
     * @throws ProjectException if neither works
     */
    public static Path save(ProjectStore store, RunCapture run, ProjectExtras extras) throws ProjectException {
        return save(store, run, extras, places());
    }

    static Path save(ProjectStore store, RunCapture run, ProjectExtras extras, List<Path> places)
            throws ProjectException {
        ProjectException failure = null;
        for (Path place : places) {
            try {
                return saveIn(place, store, run, extras);
            } catch (ProjectException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new ProjectException(Message.of("project.rescue.noPlace")) : failure;
    }

    private static List<Path> places() {
        return Stream.of("java.io.tmpdir", "user.home")
                .map(System::getProperty)
                .flatMap(RescueCopy::path)
                .toList();
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "No copy can be rescued to " + text + ".", e);
            return Stream.empty();
        }
    }

    private static Path saveIn(Path place, ProjectStore store, RunCapture run, ProjectExtras extras)
            throws ProjectException {
        Path folder;
        try {
            // For its owner only (POSIX mode 700), with a name that nobody can guess.
            folder = Files.createTempDirectory(place, FOLDER);
        } catch (IOException e) {
            throw new ProjectException(Message.of("project.save.failed", place, IoErrorText.of(e)), e);
        }
        Path file = folder.resolve(NAME);
        try {
            store.save(run, extras, file);
            return file;
        } catch (ProjectException e) {
            deleteQuietly(folder);
            throw e;
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The empty folder " + folder + " stays.", e);
        }
    }
}
