package org.ganvas.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Folder to which JavaCPP unpacks the native libraries before they are loaded, and what is wrong with it where that
 * fails: JavaCPP itself reports only that a library is on no path. Any thread.
 */
final class NativeLibraryFolder {

    /** Environment variable that names another folder. */
    static final String VARIABLE = "GANVAS_NATIVES";

    private static final System.Logger LOG = System.getLogger(NativeLibraryFolder.class.getName());
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    /** What the unpacked libraries take at most, in bytes. */
    private static final long NEEDED = 256L << 20;

    private static final int MOUNT_POINT = 4;
    private static final int OPTIONS = 5;

    private NativeLibraryFolder() {}

    /** Chooses the folder: the one that the user names, or the home, or where its name cannot be encoded, another one. */
    static void choose() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            System.setProperty(PROPERTY, named);
        } else if (System.getProperty(PROPERTY) == null && !isPath(System.getProperty("user.home", "."))) {
            System.setProperty(PROPERTY, System.getProperty("java.io.tmpdir") + "/ganvas-natives");
        }
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "The system's encoding cannot name the home folder.", e);
            return false;
        }
    }

    /** The failure with its likely reason. */
    static NativeLibraryException failure(Throwable error) {
        LOG.log(System.Logger.Level.DEBUG, "The native libraries cannot be loaded.", error);
        if (filesAreExhausted()) {
            return new NativeLibraryException(Message.of("engine.natives.files"), error);
        }
        Path folder = folder();
        return new NativeLibraryException(message(folder, mounts(), error), error);
    }

    private static Path folder() {
        try {
            return Loader.getCacheDir().toPath().toAbsolutePath();
        } catch (IOException | LinkageError | InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "JavaCPP has no folder.", e);
            return Path.of(System.getProperty(PROPERTY, System.getProperty("java.io.tmpdir", ".")));
        }
    }

    /**
     * The likely reason.
     *
     * @param mounts lines of Linux's {@code /proc/self/mountinfo}; empty elsewhere
     */
    static Message message(Path folder, List<String> mounts, Throwable error) {
        if (isMountedNoexec(folder, mounts)) {
            return Message.of("engine.natives.noexec", folder, VARIABLE);
        }
        Path existing = existing(folder);
        long free = existing.toFile().getUsableSpace();
        if (!Files.isWritable(existing)) {
            return Message.of("engine.natives.notWritable", folder, VARIABLE);
        }
        if (free < NEEDED) {
            return Message.of("engine.natives.full", folder, free >> 20, NEEDED >> 20, VARIABLE);
        }
        return Message.of("engine.natives.failed", folder, reason(error), VARIABLE);
    }

    private static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.lines().findFirst().orElse("");
    }

    /** The folder itself, or the nearest one above it that exists. */
    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean isMountedNoexec(Path folder, List<String> mounts) {
        Path real = real(existing(folder));
        Path nearest = null;
        boolean noexec = false;
        for (String line : mounts) {
            String[] fields = line.split(" ");
            Path point = fields.length > OPTIONS ? mountPoint(fields[MOUNT_POINT]) : null;
            // Of two mounts at one place the later one lies above the other.
            boolean nearer = point != null
                    && real.startsWith(point)
                    && (nearest == null || point.getNameCount() >= nearest.getNameCount());
            if (nearer) {
                nearest = point;
                noexec = Arrays.asList(fields[OPTIONS].split(",")).contains("noexec");
            }
        }
        return noexec;
    }

    private static @Nullable Path mountPoint(String escaped) {
        try {
            return Path.of(escaped.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"));
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "A mount has a name that cannot be encoded.", e);
            return null;
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, folder + " is taken as it is written.", e);
            return folder;
        }
    }

    private static List<String> mounts() {
        try {
            return Files.exists(MOUNTS) ? Files.readAllLines(MOUNTS, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The mounts cannot be listed.", e);
            return List.of();
        }
    }

    /** Whether no file can be opened any more, although it is there. */
    private static boolean filesAreExhausted() {
        Path certain = Path.of(System.getProperty("java.home", ""), "release");
        try (InputStream in = Files.newInputStream(certain)) {
            return in.read() == Integer.MIN_VALUE;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Too many open files");
        }
    }
}
