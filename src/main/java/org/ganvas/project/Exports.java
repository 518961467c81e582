package org.ganvas.project;

import java.io.IOException;
import java.nio.file.Path;

/** How every export reaches the disk, and what is said when it does not. Any thread. */
final class Exports {

    private Exports() {}

    static void save(Path file, AtomicFile.Content content) throws ProjectException {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new ProjectException(
                    "%s could not be written: %s; choose another place.".formatted(file, Reasons.of(e)), e);
        }
    }
}
