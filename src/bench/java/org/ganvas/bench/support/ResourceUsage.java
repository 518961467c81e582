package org.ganvas.bench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.ganvas.engine.probe.ProcessMemoryUsage;

/**
 * Resources of this process. Readable on any thread.
 *
 *
 * @param resident memory in bytes, by the operating system
 * @param heap bytes in use after a collection
 * @param threads number of live threads
 * @param files number of open handles; 0 where unknown
 */
public record ResourceUsage(long resident, long heap, int threads, long files) {

    private static final double SLACK = 1.25;
    private static final long SLACK_BYTES = 24L << 20;
    private static final int SLACK_THREADS = 1;
    private static final int SLACK_FILES = 3;

    public static ResourceUsage now() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        return new ResourceUsage(
                ProcessMemoryUsage.residentBytes(), heap, Thread.getAllStackTraces().size(), openFiles());
    }

    private static long openFiles() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(handles)) {
            return files.count();
        }
    }

    /** Whether the usage has not grown, within tolerances for the collector and the scalars. */
    public boolean flatSince(ResourceUsage before) {
        return resident < SLACK * before.resident + SLACK_BYTES
                && heap < SLACK * before.heap + SLACK_BYTES
                && threads <= before.threads + SLACK_THREADS
                && files <= before.files + SLACK_FILES;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "RSS %d MB, heap after collection %.1f MB, %d threads, %d open files",
                resident >> 20,
                heap / 1048576.0,
                threads,
                files);
    }
}
