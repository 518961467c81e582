package org.ganvas.project;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.ganvas.project.io.OrphanFiles;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/** Project files on a disk that a test may put in place of the real one. Call it on the {@code io} thread. */
public final class ProjectStore {

    private final UnaryOperator<OutputStream> disk;

    /** The disk of this machine. */
    public ProjectStore() {
        this(UnaryOperator.identity());
    }

    /**
     * A disk of one's own.
     *
     * @param disk stands before every file that is written
     */
    public ProjectStore(UnaryOperator<OutputStream> disk) {
        this.disk = disk;
    }

    /**
     * Saves. Until the new file is complete and on the disk, the old one stays.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public void save(RunCapture run, Path file) throws ProjectException {
        save(run, ProjectExtras.NONE, file);
    }

    /**
     * Saves with what else belongs to the project.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public void save(RunCapture run, ProjectExtras extras, Path file) throws ProjectException {
        ProjectFile.save(run, extras, file, disk);
    }

    /**
     * Reads what a project says of itself, but not its arrays.
     *
     * @throws ProjectException with one sentence, if this is no project that this program can read
     */
    public ProjectSummary summary(Path file) throws ProjectException {
        return ProjectFile.summary(file);
    }

    /**
     * Loads.
     *
     * @throws ProjectException with one sentence, if this is not a complete project that this program can read
     */
    public RunCapture load(Path file) throws ProjectException {
        return ProjectFile.load(file);
    }

    /** Deletes what killed programs left half-written beside a project. */
    public void sweep(Path file) {
        OrphanFiles.sweep(file);
    }
}
