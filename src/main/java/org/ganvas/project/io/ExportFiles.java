package org.ganvas.project.io;

import java.io.IOException;
import java.nio.file.Path;

/** How every export reaches the disk, and what is said when it does not. Any thread. */
public final class ExportFiles {

    private ExportFiles() {}

    public static void save(Path file, AtomicFile.Content content) throws ProjectException {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The same for a format that goes back to what it wrote before. */
    public static void saveSeekable(Path file, AtomicFile.SeekableContent content) throws ProjectException {
        try {
            AtomicFile.writeSeekable(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    public static ProjectException failure(Path file, IOException e) {
        return new ProjectException(
                "%s could not be written: %s; choose another place.".formatted(file, IoErrorText.of(e)), e);
    }
}
