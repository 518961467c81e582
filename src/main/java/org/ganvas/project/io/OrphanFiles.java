package org.ganvas.project.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Half-written files of programs that were killed. Whoever writes holds a lock on the file, which the system gives back
 * when the process ends, so one without a lock belongs to nobody. Any thread.
 */
public final class OrphanFiles {

    private static final System.Logger LOG = System.getLogger(OrphanFiles.class.getName());
    private static final String EXTENSION = ".partial";

    /** Of this process: looking at the lock of one's own file would give it back. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private OrphanFiles() {}

    public static Path partialOf(Path place, String unique) {
        return place.resolveSibling("." + place.getFileName() + "." + unique + EXTENSION);
    }

    static void register(Path partial) {
        OWN.add(partial);
    }

    static void unregister(Path partial) {
        OWN.remove(partial);
    }

    /** Tells other processes that this file is being written. */
    static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // Some network file systems know no locks; there leftovers stay, because nobody can tell them apart.
            LOG.log(System.Logger.Level.DEBUG, "This file system knows no locks.", e);
        }
    }

    /** Deletes what killed programs left of this file. */
    public static void deleteOrphans(Path place) {
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
        String start = "." + place.getFileName() + ".";
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> isPartialOf(start, file.getFileName()))) {
            files.forEach(found::add);
            for (Path partial : found) {
                deleteIfUnlocked(partial);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Leftovers in " + folder + " stay.", e);
        }
    }

    private static boolean isPartialOf(String start, @Nullable Path file) {
        String name = String.valueOf(file);
        return name.startsWith(start) && name.endsWith(EXTENSION);
    }

    private static void deleteIfUnlocked(Path partial) throws IOException {
        if (OWN.contains(partial)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(partial);
            }
        }
    }
}
