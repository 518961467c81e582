package org.ganvas.project.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Files that are there completely or not at all. What is written goes to a new file in the same folder, is forced to
 * the disk, and only then takes the place of the old one; the folder is forced to the disk too, or a power cut could
 * bring the old name back. Any thread.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** What is to be in the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What is to be in a file whose beginning is known only at its end. */
    @FunctionalInterface
    public interface SeekableContent {
        void writeTo(FileChannel out) throws IOException;
    }

    /** Writes; if that fails, what was at {@code target} is as it was. */
    public static void write(Path target, Content content) throws IOException {
        write(target, content, UnaryOperator.identity());
    }

    /**
     * Writes through something that stands before the disk.
     *
     * @param disk wraps the stream to the file, so that a test can put a full disk there
     */
    public static void write(Path target, Content content, UnaryOperator<OutputStream> disk) throws IOException {
        writeSeekable(target, channel -> {
            // Not closed here: that would close the channel before it is forced to the disk.
            OutputStream out = new BufferedOutputStream(disk.apply(Channels.newOutputStream(channel)), 1 << 16);
            content.writeTo(out);
            out.flush();
        });
    }

    /** Writes; if that fails, what was at {@code target} is as it was. */
    static void writeSeekable(Path target, SeekableContent content) throws IOException {
        Path place = followLinks(target.toAbsolutePath());
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder), null, "the folder does not exist");
        }
        if (Files.isDirectory(place)) {
            throw new IOException("it is a folder");
        }
        OrphanFiles.deleteOrphans(place);
        Path partial = OrphanFiles.partialOf(place, UUID.randomUUID().toString());
        OrphanFiles.register(partial);
        try {
            writeForced(partial, content);
            move(partial, place);
            DirectorySync.force(folder);
        } finally {
            OrphanFiles.unregister(partial);
            Files.deleteIfExists(partial);
        }
    }

    private static void writeForced(Path file, SeekableContent content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            OrphanFiles.lock(channel);
            content.writeTo(channel);
            channel.force(true);
        }
    }

    private static void move(Path partial, Path place) throws IOException {
        try {
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A link stays a link: the file it points to is replaced. */
    private static Path followLinks(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }
}
