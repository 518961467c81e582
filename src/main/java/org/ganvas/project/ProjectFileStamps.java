package org.ganvas.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * State of project files when this program opened or wrote them last, so that it notices when another program has written
 * one since. Any thread.
 */
final class ProjectFileStamps {

    private static final System.Logger LOG = System.getLogger(ProjectFileStamps.class.getName());

    private final Map<Path, Optional<Stamp>> known = new ConcurrentHashMap<>();

    /** What changes when a file is written: a save replaces it by a new one. */
    private record Stamp(
            long size, FileTime modified, @Nullable Object fileKey) {}

    /** Remembers a file as it is now, or that there is none. */
    void remember(Path file) {
        known.put(key(file), now(file));
    }

    /** Accepts whatever is there from now on. */
    void forget(Path file) {
        known.remove(key(file));
    }

    /** Whether another program wrote a file after it was remembered. A file that was deleted since can be written again. */
    boolean isChanged(Path file) {
        Optional<Stamp> before = known.get(key(file));
        Optional<Stamp> now = now(file);
        return before != null && now.isPresent() && !now.equals(before);
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static Optional<Stamp> now(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // Anything but a file cannot be overwritten anyway.
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "There is no file " + file + " yet.", e);
            return Optional.empty();
        }
    }
}
