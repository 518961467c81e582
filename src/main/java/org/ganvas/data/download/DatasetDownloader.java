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
import org.ganvas.data.Progress;
import org.ganvas.data.registry.DatasetRegistry;

/**
 * Downloads data sets into a folder. A set is there completely or not at all: its files are checked against their
 * published checksums, read once as the program will read them, and only then moved to their place. What has come is kept
 * when a download ends early, and the next one goes on there. On the thread that downloads.
 */
public final class DatasetDownloader {

    private static final int TIMEOUT_MILLIS = 20_000;

    /** On one mirror: a connection that breaks is taken up again where it broke. */
    private static final int ATTEMPTS_PER_MIRROR = 3;

    private final HttpConnections connections;

    public DatasetDownloader() {
        this(new HttpConnections(System.getenv(), TIMEOUT_MILLIS));
    }

    DatasetDownloader(HttpConnections connections) {
        this.connections = connections;
    }

    /** Where a set lies, whether it is there yet or not. */
    public static Path targetFolder(DownloadableDataset set, Path folder) {
        return folder.resolve(set.id());
    }

    /** Whether a set is there, complete. */
    public static boolean isDownloaded(DownloadableDataset set, Path folder) {
        return Files.isDirectory(targetFolder(set, folder));
    }

    /**
     * Brings a set to its place, unless it is there.
     *
     * @return its folder
     * @throws DataException with one sentence that says why not, and what is safe
     * @throws CancellationException if the watcher says that nobody wants it any more
     */
    public Path download(DownloadableDataset set, Path folder, DownloadListener watcher) throws DataException {
        Path home = targetFolder(set, folder);
        if (isDownloaded(set, folder)) {
            return home;
        }
        Path begun = folder.resolve("." + set.id() + ".part");
        try {
            Files.createDirectories(begun);
            requireDiskSpace(set, begun);
            long before = 0;
            for (RemoteFile file : set.files()) {
                fetch(set, file, begun, new Counted(watcher, before, set.bytes()));
                before += file.bytes();
            }
            Path complete =
                    set.archive() ? EmnistArchive.unpack(begun, set.files().get(0), watcher) : begun;
            requireReadable(complete, begun, watcher);
            move(complete, home);
            deleteRecursively(begun);
            return home;
        } catch (DownloadException e) {
            throw new DataException(
                    set.name() + " could not be downloaded: " + e.getMessage()
                            + ". What has come is kept and the next try goes on there; check the connection, or give"
                            + " another address in the settings.",
                    e);
        } catch (IOException e) {
            throw new DataException(
                    set.name() + " could not be kept in " + folder + " (" + e.getMessage()
                            + "): free some room there, or choose another data folder in the settings.",
                    e);
        }
    }

    private static void requireDiskSpace(DownloadableDataset set, Path folder) throws IOException {
        long needed = set.bytes() * 2;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new IOException("%,d MB are needed and %,d MB are free".formatted(needed >> 20, free >> 20));
        }
    }

    /** Tries every mirror; says of the last one why it failed. */
    private void fetch(DownloadableDataset set, RemoteFile file, Path begun, Counted watcher) throws IOException {
        if (Files.exists(begun.resolve(file.name()))) {
            return;
        }
        String reason = "no address is known";
        for (String mirror : set.mirrors()) {
            boolean again = true;
            for (int i = 0; i < ATTEMPTS_PER_MIRROR && again; i++) {
                try {
                    fetchFrom(mirror, file, begun, watcher);
                    return;
                } catch (DownloadException e) {
                    reason = host(mirror) + " " + e.getMessage();
                    again = e.isTransient();
                } catch (IOException e) {
                    if (!Files.isWritable(begun)) {
                        throw e;
                    }
                    reason = host(mirror) + " cannot be reached (" + e.getMessage() + ")";
                    again = false;
                }
            }
        }
        throw new DownloadException(reason);
    }

    private void fetchFrom(String mirror, RemoteFile file, Path begun, Counted watcher) throws IOException {
        Path part = begun.resolve(file.name() + ".part");
        new FileDownload(connections, watcher::cancelled)
                .resume(address(mirror, file), part, file.maxBytes(), watcher::at);
        if (!FileChecksum.md5(part).equals(file.md5())) {
            // Nothing of it can be trusted, also not as a beginning.
            Files.delete(part);
            throw DownloadException.transientFailure("sent something else than the published file (its checksum differs)");
        }
        Files.move(part, begun.resolve(file.name()));
    }

    private static URI address(String mirror, RemoteFile file) throws DownloadException {
        try {
            URI address = URI.create(mirror).resolve(file.name());
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new DownloadException("is no address of the web");
        }
        throw new DownloadException("is no address of the web");
    }

    private static String host(String mirror) {
        String rest = mirror.replaceFirst("^[a-z]+://", "");
        return rest.replaceFirst("/.*", "");
    }

    /** Reads everything once, as it will be read for training. */
    private static void requireReadable(Path folder, Path begun, DownloadListener watcher) throws DataException, IOException {
        Progress progress = new Progress() {
            @Override
            public void report(double fraction) {
                // The network took the time; this is over in a second.
            }

            @Override
            public boolean isCancelled() {
                return watcher.isCancelled();
            }
        };
        try {
            DatasetRegistry.open(folder.toString(), progress);
            DatasetRegistry.openTest(folder.toString(), progress);
        } catch (DataException e) {
            deleteRecursively(begun);
            throw e;
        }
    }

    private static void move(Path complete, Path home) throws IOException {
        try {
            Files.move(complete, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(complete, home);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    /** One file's share of the whole. */
    private record Counted(DownloadListener watcher, long before, long total) {

        void at(long bytes) {
            watcher.onProgress(Math.min(total, before + bytes), total);
        }

        boolean cancelled() {
            return watcher.isCancelled();
        }
    }

    /** For a connection that tests stand at the other end of. */
    static DatasetDownloader withTimeout(Map<String, String> environment, int patienceMillis) {
        return new DatasetDownloader(new HttpConnections(environment, patienceMillis));
    }
}
