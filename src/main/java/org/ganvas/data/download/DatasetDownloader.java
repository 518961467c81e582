package org.ganvas.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ganvas.data.DataException;
import org.ganvas.data.FileException;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;

/**
 * Downloader of datasets into a folder. A dataset is there completely or not at all: its files are checked against their
 * published checksums, read once as the program will read them, and only then moved to their target. A partial download is
 * kept and resumed by the next one. Used by the downloading thread.
 */
public final class DatasetDownloader {

    private static final int TIMEOUT_MILLIS = 20_000;

    /** Attempts on one mirror: a broken connection is resumed where it broke. */
    private static final int ATTEMPTS_PER_MIRROR = 3;

    private final HttpConnectionFactory connections;

    public DatasetDownloader() {
        this(new HttpConnectionFactory(System.getenv(), TIMEOUT_MILLIS));
    }

    DatasetDownloader(HttpConnectionFactory connections) {
        this.connections = connections;
    }

    /** Folder of a dataset, whether it is downloaded or not. */
    public static Path targetFolder(DownloadableDataset dataset, Path folder) {
        return folder.resolve(dataset.id());
    }

    /** Whether a dataset is downloaded completely. */
    public static boolean isDownloaded(DownloadableDataset dataset, Path folder) {
        return Files.isDirectory(targetFolder(dataset, folder));
    }

    /**
     * Downloads a dataset, unless it is there.
     *
     * @return its folder
     * @throws DataException if it cannot be downloaded or stored
     * @throws CancellationException if the listener cancels
     */
    public Path download(DownloadableDataset dataset, Path folder, DownloadListener listener) throws DataException {
        Path target = targetFolder(dataset, folder);
        if (isDownloaded(dataset, folder)) {
            return target;
        }
        Path partial = folder.resolve("." + dataset.id() + ".part");
        try {
            Files.createDirectories(partial);
            requireDiskSpace(dataset, partial);
            long before = 0;
            for (RemoteFile file : dataset.files()) {
                fetch(dataset, file, partial, new FileProgress(listener, before, dataset.bytes()));
                before += file.bytes();
            }
            Path complete = dataset.archive()
                    ? EmnistArchiveExtractor.unpack(partial, dataset.files().get(0), listener)
                    : partial;
            requireReadable(complete, partial, listener);
            move(complete, target);
            deleteRecursively(partial);
            return target;
        } catch (DownloadException e) {
            throw new DataException(Message.of("data.download.failed", dataset.name(), e.message()), e);
        } catch (IOException e) {
            throw new DataException(
                    Message.of("data.download.notStored", dataset.name(), folder, FileException.reason(e)), e);
        }
    }

    private static void requireDiskSpace(DownloadableDataset dataset, Path folder) throws IOException {
        long needed = dataset.bytes() * 2;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new FileException(Message.of(
                    "data.download.diskFull", NumberText.grouped(needed >> 20), NumberText.grouped(free >> 20)));
        }
    }

    /** Fetches a file from the first mirror that has it; a failure gives the reason of the last one. */
    private void fetch(DownloadableDataset dataset, RemoteFile file, Path partial, FileProgress listener)
            throws IOException {
        if (Files.exists(partial.resolve(file.name()))) {
            return;
        }
        Message reason = Message.of("data.download.noMirror");
        for (String mirror : dataset.mirrors()) {
            boolean retry = true;
            for (int i = 0; i < ATTEMPTS_PER_MIRROR && retry; i++) {
                try {
                    fetchFrom(mirror, file, partial, listener);
                    return;
                } catch (DownloadException e) {
                    reason = e.message();
                    retry = e.isTransient();
                } catch (IOException e) {
                    if (!Files.isWritable(partial)) {
                        throw e;
                    }
                    reason = Message.of("data.download.unreachable", server(mirror), FileException.reason(e));
                    retry = false;
                }
            }
        }
        throw new DownloadException(reason);
    }

    private void fetchFrom(String mirror, RemoteFile file, Path partial, FileProgress listener) throws IOException {
        Path part = partial.resolve(file.name() + ".part");
        new ResumableFileDownload(connections, address(mirror, file), listener::isCancelled)
                .resume(part, file.maxBytes(), listener::report);
        if (!FileChecksum.md5(part).equals(file.md5())) {
            // No part of it can be trusted, so it is no beginning to resume from.
            Files.delete(part);
            throw DownloadException.transientFailure(Message.of("data.download.wrongChecksum", server(mirror)));
        }
        Files.move(part, partial.resolve(file.name()));
    }

    private static URI address(String mirror, RemoteFile file) throws DownloadException {
        try {
            URI address = URI.create(mirror).resolve(file.name());
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new DownloadException(Message.of("data.download.invalidMirror", server(mirror)));
        }
        throw new DownloadException(Message.of("data.download.invalidMirror", server(mirror)));
    }

    private static String server(String mirror) {
        String rest = mirror.replaceFirst("^[a-z]+://", "");
        return rest.replaceFirst("/.*", "");
    }

    /** Reads all files once, as they will be read for training. */
    private static void requireReadable(Path folder, Path partial, DownloadListener listener)
            throws DataException, IOException {
        ProgressListener progress = new ProgressListener() {
            @Override
            public void report(double fraction) {
                // Reading takes a second, after minutes of downloading.
            }

            @Override
            public boolean isCancelled() {
                return listener.isCancelled();
            }
        };
        try {
            DatasetRegistry.open(folder.toString(), progress);
            DatasetRegistry.openTest(folder.toString(), progress);
        } catch (DataException e) {
            deleteRecursively(partial);
            throw e;
        }
    }

    private static void move(Path complete, Path target) throws IOException {
        try {
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(complete, target);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(folder)) {
                paths = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }

    /** Listener of one file's share of the whole dataset. */
    private record FileProgress(DownloadListener listener, long before, long total) {

        void report(long bytes) {
            listener.onProgress(Math.min(total, before + bytes), total);
        }

        boolean isCancelled() {
            return listener.isCancelled();
        }
    }

    /** Downloader with another environment and timeout, for tests with a server of their own. */
    static DatasetDownloader withTimeout(Map<String, String> environment, int timeoutMillis) {
        return new DatasetDownloader(new HttpConnectionFactory(environment, timeoutMillis));
    }
}
