package org.ganvas.project.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;

/**
 * Check whether a file can be written at a place, for every reason that can be known before there is anything to write.
 * Any thread.
 */
public final class OutputCheck {

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OutputCheck() {}

    /**
     * Tries everything that {@link AtomicFileWriter} will need, and leaves nothing behind: the folder, the length of the
     * name, what is there already, and a new file beside it.
     *
     * @throws IOException with the reason, if writing would fail
     */
    public static void requireWritable(Path target) throws IOException {
        Path place = AtomicFileWriter.followLinks(target.toAbsolutePath());
        requireReplaceable(place);
        Path trial = OrphanFileCleaner.partialOf(place, UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            channel.force(false);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /**
     * Requires that a file may be put at a place: its folder is there, its name is short enough, and what it replaces is
     * a file that is not write-protected.
     */
    static void requireReplaceable(Path place) throws IOException {
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        if (!nameIsTaken(place)) {
            return;
        }
        if (Files.isDirectory(place)) {
            throw new FileException(Message.of("project.io.isFolder"));
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            // A device or a pipe: a file in its place would take it away from every program.
            throw new FileException(Message.of("project.io.isDevice"));
        }
        if (isWriteProtected(place)) {
            throw new FileException(Message.of("project.io.writeProtected"));
        }
    }

    /**
     * Whether something has this name. Unlike {@link Files#exists} it fails where the file system refuses the name, which
     * only it knows: it counts bytes on Linux, characters elsewhere.
     */
    private static boolean nameIsTaken(Path place) throws IOException {
        try {
            Files.readAttributes(place, "size", LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether nobody may write to a file; the bits count even for an administrator, whom the system would let. */
    private static boolean isWriteProtected(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return Files.exists(file) && !Files.isWritable(file);
        }
        return !Files.isWritable(file)
                || view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
    }
}
