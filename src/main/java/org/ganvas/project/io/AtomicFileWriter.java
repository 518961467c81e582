package org.ganvas.project.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Files that appear completely or not at all. The content goes to a new file in the same folder, is forced to the disk,
 * and only then replaces the old file, whose permissions it takes over; the folder is forced to the disk too, or a power cut could bring the old name
 * back. Any thread.
 */
public final class AtomicFileWriter {

    private static final System.Logger LOG = System.getLogger(AtomicFileWriter.class.getName());

    private AtomicFileWriter() {}

    /** Content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Content of a file whose beginning is known only at its end. */
    @FunctionalInterface
    public interface SeekableContent {
        void writeTo(FileChannel out) throws IOException;
    }

    /** Writes a file; if that fails, the old content of {@code target} is untouched. */
    public static void write(Path target, Content content) throws IOException {
        write(target, content, UnaryOperator.identity());
    }

    /**
     * Writes a file through a wrapped stream; if that fails, the old content of {@code target} is untouched.
     *
     * @param disk wraps the stream to the file, so that a test can simulate a full disk
     */
    public static void write(Path target, Content content, UnaryOperator<OutputStream> disk) throws IOException {
        writeSeekable(target, channel -> {
            // Left open: closing it would close the channel before it is forced to the disk.
            OutputStream out = new BufferedOutputStream(disk.apply(Channels.newOutputStream(channel)), 1 << 16);
            content.writeTo(out);
            out.flush();
        });
    }

    /** Writes a file; if that fails, the old content of {@code target} is untouched. */
    static void writeSeekable(Path target, SeekableContent content) throws IOException {
        Path place = followLinks(target.toAbsolutePath());
        OutputCheck.requireReplaceable(place);
        Path folder = Objects.requireNonNull(place.getParent());
        OrphanFileCleaner.deleteOrphans(place);
        Path partial = OrphanFileCleaner.partialOf(place, UUID.randomUUID().toString());
        OrphanFileCleaner.register(partial);
        try {
            writeForced(partial, content);
            keepAccess(place, partial);
            move(partial, place);
            DirectorySync.force(folder);
        } finally {
            OrphanFileCleaner.unregister(partial);
            Files.deleteIfExists(partial);
        }
    }

    private static void writeForced(Path file, SeekableContent content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            OrphanFileCleaner.lock(channel);
            content.writeTo(channel);
            channel.force(true);
        }
    }

    /** Gives the new file who may read and write the old one, and its owner where the system allows it. */
    private static void keepAccess(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        if (view == null || !Files.exists(old)) {
            return;
        }
        PosixFileAttributes before = view.readAttributes();
        PosixFileAttributeView after = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        try {
            if (!after.readAttributes().owner().equals(before.owner())) {
                after.setOwner(before.owner());
            }
            if (!after.readAttributes().group().equals(before.group())) {
                after.setGroup(before.group());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The new file " + old + " belongs to who wrote it.", e);
        }
        // Last, because a change of the owner may take rights away.
        after.setPermissions(before.permissions());
    }

    private static void move(Path partial, Path place) throws IOException {
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The target of a symbolic link, so that the link stays and the file behind it is replaced. */
    static Path followLinks(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }
}
