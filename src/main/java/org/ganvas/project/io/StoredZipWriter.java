package org.ganvas.project.io;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writer of zip entries that are stored and not deflated, because trained weights hardly compress and saving stays
 * quick. The same entries always give the same bytes. Used by one thread, once.
 */
public final class StoredZipWriter {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, AtomicFileWriter.Content> entries = new LinkedHashMap<>();
    private final Map<String, ZipEntry> headers = new LinkedHashMap<>();

    /**
     * Adds an entry and computes its checksum; its content is written a second time by {@link #writeTo}.
     *
     * @return its SHA-256 in hexadecimal
     */
    public String add(String name, AtomicFileWriter.Content content) throws IOException {
        if (!ProjectLimits.isPlainName(name) || entries.put(name, content) != null) {
            throw new IllegalArgumentException("An entry's name must be plain and unique, not " + name);
        }
        MessageDigest sha = Sha256Digest.digest();
        CRC32 crc = new CRC32();
        Counter counter = new Counter();
        content.writeTo(new CheckedOutputStream(new DigestOutputStream(counter, sha), crc));
        ZipEntry header = header(name);
        header.setMethod(ZipEntry.STORED);
        header.setSize(counter.count);
        header.setCrc(crc.getValue());
        headers.put(name, header);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The header of an entry without a date. */
    public static ZipEntry header(String name) {
        ZipEntry header = new ZipEntry(name);
        header.setTimeLocal(NO_TIME);
        return header;
    }

    public void writeTo(ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, AtomicFileWriter.Content> entry : entries.entrySet()) {
            zip.putNextEntry(headers.get(entry.getKey()));
            entry.getValue().writeTo(zip);
        }
    }

    /** Stream that counts bytes and drops them. */
    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            count += len;
        }
    }
}
