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

/** Brings one file, or the rest of it, from one address to a file that grows. On the thread that downloads. */
final class FileDownload {

    private static final int BLOCK_BYTES = 1 << 16;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpConnections connections;
    private final BooleanSupplier cancelled;

    FileDownload(HttpConnections connections, BooleanSupplier cancelled) {
        this.connections = connections;
        this.cancelled = cancelled;
    }

    /**
     * Goes on where the file ends.
     *
     * @param most never more bytes than this, whatever the server sends
     * @param progress is told how many bytes are there
     * @throws DownloadException why it is not complete, in words; what came is in the file
     * @throws CancellationException if nobody wants it any more; what came is in the file
     */
    void resume(URI address, Path part, long most, LongConsumer progress) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpURLConnection connection;
        try {
            connection = connections.open(address, have);
        } catch (SocketTimeoutException e) {
            throw timeout();
        }
        try {
            int status = connection.getResponseCode();
            if (status == RANGE_NOT_SATISFIABLE && have > 0) {
                // It has no such place: what is here is not the beginning of what is there.
                Files.delete(part);
                throw DownloadException.transientFailure("no longer has the file that was begun, so it starts anew");
            }
            boolean goesOn = status == PARTIAL && startsAt(connection, have);
            if (status != HttpURLConnection.HTTP_OK && !goesOn) {
                throw new DownloadException("answered " + status);
            }
            copy(connection, part, goesOn ? have : 0, most, progress);
        } finally {
            connection.disconnect();
        }
    }

    private static boolean startsAt(HttpURLConnection connection, long place) {
        String range = connection.getHeaderField("Content-Range");
        return range != null && range.toLowerCase(Locale.ROOT).strip().startsWith("bytes " + place + "-");
    }

    private void copy(HttpURLConnection connection, Path part, long start, long most, LongConsumer progress)
            throws IOException {
        long announced = connection.getContentLengthLong();
        long end = announced < 0 ? -1 : start + announced;
        if (end > most) {
            throw new DownloadException("announces %,d bytes, far more than the file has".formatted(end));
        }
        long have = start;
        try (InputStream in = connection.getInputStream();
                OutputStream out = start == 0
                        ? Files.newOutputStream(part)
                        : Files.newOutputStream(part, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK_BYTES];
            for (int count = read(in, block); count >= 0; count = read(in, block)) {
                have += count;
                if (have > most) {
                    throw new DownloadException("sends far more than the file has");
                }
                out.write(block, 0, count);
                progress.accept(have);
            }
        }
        if (end >= 0 && have < end) {
            throw DownloadException.transientFailure("broke off after %,d of %,d bytes".formatted(have, end));
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
            throw DownloadException.transientFailure("broke off (" + e.getMessage() + ")");
        }
    }

    private DownloadException timeout() {
        return new DownloadException("sent nothing for %d seconds".formatted(connections.timeoutMillis() / 1000));
    }
}
