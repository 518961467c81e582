package org.ganvas.project.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Half-written files of processes that were killed. The writing process holds a lock on the file, which the system
 * releases when the process ends, so a file without a lock is an orphan. Any thread.
 */
public final class OrphanFileCleaner {

    private static final System.Logger LOG = System.getLogger(OrphanFileCleaner.class.getName());
    private static final String EXTENSION = ".partial";

    /** Digits of a name's digest: enough that no two names of a folder share them. */
    private static final int DIGITS = 16;

    /** Files that this process writes: testing the lock of such a file would release it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private OrphanFileCleaner() {}

    /** The half-written file of a place; its name is short, because a long one plus an extension might be too long. */
    public static Path partialOf(Path place, String unique) {
        return place.resolveSibling(start(place) + unique + EXTENSION);
    }

    /** Beginning of the names of a place's half-written files, which says nothing of other places. */
    private static String start(Path place) {
        byte[] name = String.valueOf(place.getFileName()).getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(Sha256Digest.digest().digest(name));
        return ".ganvas-" + digest.substring(0, DIGITS) + ".";
    }

    static void register(Path partial) {
        OWN.add(partial);
    }

    static void unregister(Path partial) {
        OWN.remove(partial);
    }

    /** Marks a file as being written, for other processes. */
    static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // Some network file systems have no locks; orphans stay there, because they cannot be recognised.
            LOG.log(System.Logger.Level.DEBUG, "This file system has no locks.", e);
        }
    }

    /** Deletes the orphans of a file. */
    public static void deleteOrphans(Path place) {
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
        String start = start(place);
        // As this program named them up to version 4 of the project format.
        String former = "." + place.getFileName() + ".";
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> isPartialOf(start, former, file.getFileName()))) {
            files.forEach(found::add);
            for (Path partial : found) {
                deleteIfUnlocked(partial);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Half-written files in " + folder + " stay.", e);
        }
    }

    private static boolean isPartialOf(String start, String former, @Nullable Path file) {
        String name = String.valueOf(file);
        return (name.startsWith(start) || name.startsWith(former)) && name.endsWith(EXTENSION);
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
