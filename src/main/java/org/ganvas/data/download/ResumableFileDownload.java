package org.ganvas.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;

/** Download of one file, or the rest of it, from one address into a partial file. Used by the downloading thread. */
final class ResumableFileDownload {

    private static final int BLOCK_BYTES = 1 << 16;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpConnectionFactory connections;
    private final URI address;
    private final BooleanSupplier cancelled;

    ResumableFileDownload(HttpConnectionFactory connections, URI address, BooleanSupplier cancelled) {
        this.connections = connections;
        this.address = address;
        this.cancelled = cancelled;
    }

    /**
     * Downloads the part that is missing in the partial file.
     *
     * @param part partial file, which need not exist
     * @param maxBytes upper limit of the whole file, whatever the server sends
     * @param progress receives the number of bytes in the partial file
     * @throws DownloadException if the server does not deliver the file; the downloaded part is kept
     * @throws CancellationException if the download is cancelled; the downloaded part is kept
     */
    void resume(Path part, long maxBytes, LongConsumer progress) throws IOException {
        long size = Files.exists(part) ? Files.size(part) : 0;
        HttpURLConnection connection;
        try {
            connection = connections.open(address, size);
        } catch (SocketTimeoutException e) {
            throw timeout();
        }
        try {
            int status = connection.getResponseCode();
            if (status == RANGE_NOT_SATISFIABLE && size > 0) {
                // The partial file is longer than the server's: it is not the beginning of the same file.
                Files.delete(part);
                throw DownloadException.transientFailure(Message.of("data.download.restarted", server()));
            }
            boolean resumes = status == PARTIAL && startsAt(connection, size);
            if (status != HttpURLConnection.HTTP_OK && !resumes) {
                throw new DownloadException(Message.of("data.download.status", server(), status));
            }
            copy(connection, part, resumes ? size : 0, maxBytes, progress);
        } finally {
            connection.disconnect();
        }
    }

    private static boolean startsAt(HttpURLConnection connection, long position) {
        String range = connection.getHeaderField("Content-Range");
        return range != null && range.toLowerCase(Locale.ROOT).strip().startsWith("bytes " + position + "-");
    }

    private void copy(HttpURLConnection connection, Path part, long start, long maxBytes, LongConsumer progress)
            throws IOException {
        long announced = connection.getContentLengthLong();
        long end = announced < 0 ? -1 : start + announced;
        if (end > maxBytes) {
            throw new DownloadException(
                    Message.of("data.download.announcedTooMuch", server(), NumberText.grouped(end)));
        }
        long size = start;
        try (InputStream in = connection.getInputStream();
                OutputStream out = start == 0
                        ? Files.newOutputStream(part)
                        : Files.newOutputStream(part, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK_BYTES];
            for (int count = read(in, block); count >= 0; count = read(in, block)) {
                size += count;
                if (size > maxBytes) {
                    throw new DownloadException(Message.of("data.download.sentTooMuch", server()));
                }
                out.write(block, 0, count);
                progress.accept(size);
            }
        }
        if (end >= 0 && size < end) {
            throw DownloadException.transientFailure(Message.of(
                    "data.download.brokeOffAfter", server(), NumberText.grouped(size), NumberText.grouped(end)));
        }
    }

    private int read(InputStream in, byte[] block) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The download was cancelled.");
        }
        try {
            return in.read(block);
        } catch (SocketTimeoutException e) {
            throw timeout();
        } catch (IOException e) {
            throw DownloadException.transientFailure(
                    Message.of("data.download.brokeOff", server(), FileException.reason(e)));
        }
    }

    private String server() {
        return address.getRawAuthority();
    }

    private DownloadException timeout() {
        return new DownloadException(Message.of("data.download.timeout", server(), connections.timeoutMillis() / 1000));
    }
}
