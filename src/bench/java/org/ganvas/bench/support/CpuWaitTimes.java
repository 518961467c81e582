package org.ganvas.bench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time in which runnable threads of this process waited for a core (run-queue delay of Linux; 0 elsewhere). One thread.
 */
public final class CpuWaitTimes {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Length to which Linux truncates thread names. */
    private static final int NAME = 15;

    private final List<Path> statistics = new ArrayList<>();

    /** @param threads prefixes of the thread names */
    public CpuWaitTimes(String... threads) {
        if (!Files.isDirectory(TASKS)) {
            return;
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            tasks.filter(task -> named(task, threads)).forEach(task -> statistics.add(task.resolve("schedstat")));
        } catch (IOException e) {
            throw new IllegalStateException("The threads of this process cannot be listed.", e);
        }
    }

    private static boolean named(Path task, String... threads) {
        try {
            String name = Files.readString(task.resolve("comm"));
            return Stream.of(threads).anyMatch(one -> name.startsWith(one.substring(0, Math.min(NAME, one.length()))));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Nanoseconds so far, sum over the threads. */
    public long waited() {
        long sum = 0;
        for (Path one : statistics) {
            try {
                sum += Long.parseLong(Files.readString(one).split("\\s+")[1]);
            } catch (IOException e) {
                throw new IllegalStateException("A thread's statistics cannot be read.", e);
            }
        }
        return sum;
    }
}
