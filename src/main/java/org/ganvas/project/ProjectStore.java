package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.OrphanFileCleaner;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;

/**
 * Project files on a disk that a test may replace. A {@code .ganvas} file is a zip of {@code project.json} and one NumPy
 * array for every array of the run, so {@code numpy.load} opens it as it is. Reading trusts nothing: no class is ever
 * named, nothing is unpacked to the disk, and memory is taken only for what the settings explain. Each call takes up to
 * seconds and opens its file once; call it on the {@code io} thread or the command line's own.
 */
public final class ProjectStore {

    private final UnaryOperator<OutputStream> disk;
    private final Opener opener;
    private final ProjectFileStamps stamps = new ProjectFileStamps();

    /** The disk of this machine. */
    public ProjectStore() {
        this(UnaryOperator.identity());
    }

    /**
     * A disk in place of the machine's for writing.
     *
     * @param disk wraps the stream of every project that is written
     */
    public ProjectStore(UnaryOperator<OutputStream> disk) {
        this(disk, file -> ZipDirectoryReader.open(file, ProjectLimits.MAX_ENTRIES));
    }

    /**
     * A disk in place of the machine's.
     *
     * @param disk wraps the stream of every project that is written
     * @param opener opens every project that is read
     */
    public ProjectStore(UnaryOperator<OutputStream> disk, Opener opener) {
        this.disk = disk;
        this.opener = opener;
    }

    /** Opening of a project's zip for reading. */
    @FunctionalInterface
    public interface Opener {
        ZipDirectoryReader open(Path file) throws IOException;
    }

    /**
     * Saves a run without a past. Until the new file is complete and on the disk, the old one stays.
     *
     * @throws ProjectException if it cannot be written
     */
    public void save(RunCapture run, Path file) throws ProjectException {
        save(run, ProjectExtras.NONE, file);
    }

    /**
     * Saves a run with what else belongs to its project. Until the new file is complete and on the disk, the old one
     * stays; so does one that another program has written since it was opened here.
     *
     * @throws ProjectException if it cannot be written
     */
    public void save(RunCapture run, ProjectExtras extras, Path file) throws ProjectException {
        if (stamps.isChanged(file)) {
            throw new ProjectException(Message.of("project.save.changedElsewhere", file));
        }
        try {
            AtomicFileWriter.write(file, new ProjectWriter(run, extras)::writeTo, disk);
            stamps.remember(file);
        } catch (IOException e) {
            throw new ProjectException(Message.of("project.save.failed", file, IoErrorText.of(e)), e);
        }
    }

    /**
     * Opens a project with everything in it.
     *
     * @throws ProjectException if any part is missing, damaged or of a newer version; a thumbnail may be
     */
    public OpenedProject open(Path file) throws ProjectException {
        stamps.remember(file);
        return read(file, ProjectReader::open);
    }

    /**
     * Loads the run of a project; its checkpoints may be damaged.
     *
     * @throws ProjectException if this is not a complete run that this program can read
     */
    public RunCapture load(Path file) throws ProjectException {
        return read(file, ProjectReader::run);
    }

    /**
     * Reads the checkpoints of a project; its run may be damaged.
     *
     * @throws ProjectException if this is no project that this program can read
     */
    public List<ProjectCheckpoint> checkpoints(Path file) throws ProjectException {
        return read(file, ProjectReader::checkpoints);
    }

    /**
     * Reads the summary and the thumbnail of a project, but none of its arrays.
     *
     * @throws ProjectException if this is no project that this program can read
     */
    public ProjectSummary summary(Path file) throws ProjectException {
        return read(file, ProjectReader::summary);
    }

    /**
     * Remembers a file as it is now: if another program writes it later, it is not overwritten. Opening and saving do the
     * same.
     */
    public void remember(Path file) {
        stamps.remember(file);
    }

    /** Whether another program has written a file since it was opened, saved or remembered here. */
    public boolean isChangedElsewhere(Path file) {
        return stamps.isChanged(file);
    }

    /** Accepts that another program has written a file: the next save replaces it. */
    public void allowReplacing(Path file) {
        stamps.forget(file);
    }

    /** Deletes half-written files that a killed process left beside a project. */
    public void deleteOrphans(Path file) {
        OrphanFileCleaner.deleteOrphans(file);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ProjectReader reader) throws IOException;
    }

    private <T> T read(Path file, Reading<T> part) throws ProjectException {
        if (!Files.isRegularFile(file)) {
            throw new ProjectException(
                    Files.exists(file)
                            ? Message.of("project.open.notAFile", file)
                            : Message.of("project.open.noFile", file));
        }
        try (ZipDirectoryReader zip = opener.open(file)) {
            return part.from(ProjectReader.of(zip, Files.size(file)));
        } catch (SpecException e) {
            throw new ProjectException(Message.of("project.open.wrongSettings", file, e.message()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProjectException(Message.of("project.open.refused", file, IoErrorText.of(e)), e);
        }
    }
}
