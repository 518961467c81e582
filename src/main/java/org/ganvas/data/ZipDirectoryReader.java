package org.ganvas.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ganvas.message.Message;

/**
 * Directory of an untrusted zip file. The directory's size is checked before it is read, names must be plain and
 * different, and an entry is read to its expected length and not a byte further. Owned by the thread that opened it.
 */
public final class ZipDirectoryReader implements AutoCloseable {

    private static final int MAX_NAME_LENGTH = 200;
    private static final Pattern NAME_PATTERN =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final int END_RECORD_LENGTH = 22;
    private static final int END_RECORD_SIGNATURE = 0x06054b50;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private ZipDirectoryReader(ZipFile zip) {
        this.zip = zip;
    }

    /** Function that reads the bytes of an entry. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    /** Whether an entry may have this name: relative, without parent folders, valid on every file system. */
    public static boolean isValidName(String name) {
        return name.length() <= MAX_NAME_LENGTH && NAME_PATTERN.matcher(name).matches();
    }

    /**
     * Opens a zip file and reads its directory.
     *
     * @param maxEntries greatest allowed number of entries
     * @throws FileException if this is no complete zip file or one with forbidden entries
     * @throws IOException if the file cannot be read
     */
    public static ZipDirectoryReader open(Path file, int maxEntries) throws IOException {
        requireCompleteEnd(file, maxEntries);
        ZipDirectoryReader directory = new ZipDirectoryReader(new ZipFile(file.toFile()));
        try {
            directory.readEntries();
        } catch (IOException e) {
            directory.close();
            throw e;
        }
        return directory;
    }

    /** Number of entries. */
    public int size() {
        return entries.size();
    }

    public boolean contains(String name) {
        return entries.containsKey(name);
    }

    /** Names of the entries, in the directory's order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Size of an entry when unpacked, in bytes, as the directory states. */
    public long length(String name) throws IOException {
        return entry(name).getSize();
    }

    /** Reads a whole entry; {@code reader} must read exactly as many bytes as it has. */
    public <T> T read(String name, Reader<T> reader) throws IOException {
        ZipEntry entry = entry(name);
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            T result = reader.read(in);
            if (in.read() >= 0) {
                throw new FileException(Message.of("data.zip.entryTooLong", name));
            }
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new FileException(Message.of("data.zip.wrongChecksum", name));
            }
            return result;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new FileException(Message.of("data.zip.entryMissing", name));
        }
        return entry;
    }

    private void readEntries() throws IOException {
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            String name = entry.getName();
            if (!isValidName(name)) {
                throw new FileException(Message.of("data.zip.forbiddenName"));
            }
            if (entries.put(name, entry) != null) {
                throw new FileException(Message.of("data.zip.duplicateName", name));
            }
        }
    }

    /** Requires the end record at the very end, as in a complete file, with counts within the limit. */
    private static void requireCompleteEnd(Path file, int maxEntries) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(END_RECORD_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            long start = channel.size() - END_RECORD_LENGTH;
            while (start >= 0 && end.hasRemaining() && channel.read(end, start + end.position()) >= 0) {
                // A channel may deliver the record in parts.
            }
            if (end.hasRemaining() || end.getInt(0) != END_RECORD_SIGNATURE || end.getShort(20) != 0) {
                throw new FileException(Message.of("data.zip.truncated"));
            }
            int entries = Short.toUnsignedInt(end.getShort(10));
            long length = Integer.toUnsignedLong(end.getInt(12));
            if (entries > maxEntries || length > (long) maxEntries * 1024) {
                throw new FileException(Message.of("data.zip.tooManyEntries"));
            }
        }
    }
}
