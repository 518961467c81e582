package org.ganvas.project;

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

/**
 * Files that are there completely or not at all. What is written goes to a new file in the same folder, is forced to
 * the disk, and only then takes the place of the old one. Any thread.
 */
final class AtomicFile {

    private AtomicFile() {}

    /** What is to be in the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes; if that fails, what was at {@code target} is as it was. */
    static void write(Path target, Content content) throws IOException {
        Path place = behindLinks(target.toAbsolutePath());
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder), null, "the folder does not exist");
        }
        if (Files.isDirectory(place)) {
            throw new IOException("it is a folder");
        }
        Path partial = folder.resolve("." + place.getFileName() + "." + UUID.randomUUID() + ".partial");
        try {
            writeForced(partial, content);
            move(partial, place);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void writeForced(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
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
    private static Path behindLinks(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }
}
