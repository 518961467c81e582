package org.ganvas.bench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CPU time of each thread of this process, native ones included, and of a local X server. Linux only; empty elsewhere.
 *
 *
 * @param seconds by thread name; sum of threads with one name
 */
public record ThreadCpuTimes(Map<String, Double> seconds) {

    private static final double TICKS_A_SECOND = 100;
    private static final String SERVER = "the display's server";

    public static ThreadCpuTimes now() {
        Map<String, Double> all = new TreeMap<>();
        for (Path task : children(Path.of("/proc/self/task"))) {
            all.merge(name(task), used(task), Double::sum);
        }
        for (Path process : children(Path.of("/proc"))) {
            String command = read(process.resolve("comm")).strip();
            if (command.equals("Xvfb") && read(process.resolve("cmdline")).contains(display())) {
                all.merge(SERVER, used(process), Double::sum);
            }
        }
        return new ThreadCpuTimes(all);
    }

    private static String display() {
        String display = System.getenv("DISPLAY");
        return "\0" + (display == null ? "none" : display) + "\0";
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the thread has ended
        }
    }

    private static String name(Path task) {
        String name = read(task.resolve("comm")).strip().replaceAll("[ #-]*[0-9]+$", "");
        return name.equals("java") ? "java and natives" : name;
    }

    private static double used(Path task) {
        String stat = read(task.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < 14 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** Difference to an earlier reading. */
    public ThreadCpuTimes since(ThreadCpuTimes before) {
        return new ThreadCpuTimes(seconds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() - before.seconds.getOrDefault(entry.getKey(), 0.0),
                        Double::sum,
                        TreeMap::new)));
    }

    /** Sum of two readings. */
    public ThreadCpuTimes plus(ThreadCpuTimes other) {
        Map<String, Double> sum = new TreeMap<>(seconds);
        other.seconds.forEach((name, used) -> sum.merge(name, used, Double::sum));
        return new ThreadCpuTimes(sum);
    }

    /** Share of one core for each thread with any use. */
    public String shares(double wallSeconds) {
        return lines(100 / wallSeconds, "%s %.1f %%", 0.5);
    }

    /** Milliseconds of each thread for one work item. */
    public String each(int pieces) {
        return lines(1000.0 / pieces, "%s %.2f ms", 0.05);
    }

    private String lines(double factor, String format, double least) {
        return seconds.entrySet().stream()
                .filter(entry -> entry.getValue() * factor > least)
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(entry -> String.format(Locale.ROOT, format, entry.getKey(), entry.getValue() * factor))
                .collect(Collectors.joining(", "));
    }
}
