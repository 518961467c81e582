package org.ganvas.bench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long threads of this process had something to do and got no core, because other programs had them: what Linux
 * counts, elsewhere nothing. One thread.
 */
public final class CpuWaitTimes {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Linux keeps so much of a thread's name. */
    private static final int NAME = 15;

    private final List<Path> statistics = new ArrayList<>();

    /** @param threads beginnings of their names */
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

    /** Nanoseconds so far, of all of them together. */
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
