package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganvas.data.ZipDirectory;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.project.io.AtomicFile;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;

/**
 * The {@code .ganvas} file: a zip of {@code project.json} and one NumPy array for every array of the run, so that
 * {@code numpy.load} opens it as it is. Reading trusts nothing: no class is ever named, nothing is unpacked to the
 * disk, and memory is taken only for what the settings explain. Takes up to seconds: call it on the {@code io} thread.
 */
public final class ProjectFile {

    /** The format this program writes; it reads this one and every older one. */
    public static final int FORMAT_VERSION = ProjectMigrations.NEWEST;

    private ProjectFile() {}

    /**
     * Saves. Until the new file is complete and on the disk, the old one stays.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static void save(RunCapture run, Path file) throws ProjectException {
        save(run, file, UnaryOperator.identity());
    }

    /**
     * Saves with what else belongs to the project.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static void save(RunCapture run, ProjectExtras extras, Path file) throws ProjectException {
        save(run, extras, file, UnaryOperator.identity());
    }

    static void save(RunCapture run, Path file, UnaryOperator<OutputStream> disk) throws ProjectException {
        save(run, ProjectExtras.NONE, file, disk);
    }

    static void save(RunCapture run, ProjectExtras extras, Path file, UnaryOperator<OutputStream> disk)
            throws ProjectException {
        try {
            AtomicFile.write(file, new ProjectWriter(run, extras)::writeTo, disk);
        } catch (IOException e) {
            throw new ProjectException(
                    "The project could not be saved to %s: %s; an older file there is untouched, so save it somewhere else."
                            .formatted(file, IoErrorText.of(e)),
                    e);
        }
    }

    /**
     * Loads.
     *
     * @throws ProjectException with one sentence, if this is not a complete project that this program can read
     */
    public static RunCapture load(Path file) throws ProjectException {
        return read(file, ProjectReader::read);
    }

    /**
     * Reads the kept moments of a project.
     *
     * @throws ProjectException with one sentence, if this is no project that this program can read
     */
    public static List<ProjectCheckpoint> moments(Path file) throws ProjectException {
        return read(file, ProjectReader::moments);
    }

    /**
     * Reads what a project says of itself and its thumbnail, but not its arrays.
     *
     * @throws ProjectException with one sentence, if this is no project that this program can read
     */
    public static ProjectSummary summary(Path file) throws ProjectException {
        return read(file, ProjectReader::summary);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ProjectReader reader) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> what) throws ProjectException {
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(
                    Files.exists(file)
                            ? "%s is not a file; choose a project that ends in .ganvas.".formatted(file)
                            : "There is no file %s.".formatted(file));
        }
        try (ZipDirectory zip = ZipDirectory.open(file, ProjectLimits.ENTRIES)) {
            return what.from(new ProjectReader(zip, Files.size(file)));
        } catch (IOException | SpecException | IllegalArgumentException e) {
            throw new ProjectException(
                    "%s cannot be opened: %s; the file was left as it is.".formatted(file, IoErrorText.of(e)), e);
        }
    }
}
