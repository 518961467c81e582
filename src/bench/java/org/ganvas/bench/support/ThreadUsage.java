package org.ganvas.bench.support;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * CPU time of every thread of this process, by the number that the operating system gives it. Tells threads of Java and
 * of the virtual machine from those that native libraries have started, which bear the name of the thread that called
 * the library. Linux only; empty elsewhere. Readable on any thread.
 *
 * @param threads by their numbers
 */
public record ThreadUsage(Map<Long, Thread> threads) {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final double TICKS_A_SECOND = 100;
    private static final Pattern NATIVE_ID = Pattern.compile("nid=(0x[0-9a-f]+|[0-9]+) ");

    /**
     * One thread.
     *
     * @param name by the operating system, at most 15 characters
     * @param ofLibrary whether a native library has started it
     * @param seconds CPU time so far
     */
    public record Thread(String name, boolean ofLibrary, double seconds) {}

    public static ThreadUsage now() throws IOException, JMException {
        if (!Files.isDirectory(TASKS)) {
            return new ThreadUsage(Map.of());
        }
        Map<Long, Thread> all = new HashMap<>();
        List<Path> tasks;
        try (Stream<Path> listed = Files.list(TASKS)) {
            tasks = listed.toList();
        }
        String known = threadDump();
        Map<Long, Boolean> ofMachine = NATIVE_ID
                .matcher(known)
                .results()
                .collect(Collectors.toMap(found -> Long.decode(found.group(1)), found -> true, (a, b) -> a));
        for (Path task : tasks) {
            long id = Long.parseLong(task.getFileName().toString());
            String stat = read(task.resolve("stat"));
            Matcher line = Pattern.compile("\\((.*)\\) (.*)", Pattern.DOTALL).matcher(stat);
            if (line.find()) {
                String[] fields = line.group(2).split(" ");
                double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
                // The first thread of a process only starts the virtual machine and waits for its end.
                boolean library = !ofMachine.containsKey(id) && id != ProcessHandle.current().pid();
                all.put(id, new Thread(line.group(1), library, seconds));
            }
        }
        return new ThreadUsage(all);
    }

    private static String threadDump() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "threadPrint",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the thread has ended
        }
    }

    /** Use since an earlier reading, of the threads that are there now. */
    public ThreadUsage since(ThreadUsage before) {
        Map<Long, Thread> used = new HashMap<>();
        threads.forEach((id, thread) -> {
            Thread then = before.threads.get(id);
            double seconds = thread.seconds() - (then == null ? 0 : then.seconds());
            used.put(id, new Thread(thread.name(), thread.ofLibrary(), seconds));
        });
        return new ThreadUsage(used);
    }

    /** CPU seconds by thread name, native threads of a library under a name of their own; the busiest first. */
    public List<Map.Entry<String, Double>> byName() {
        Map<String, Double> sums = new HashMap<>();
        threads.values().forEach(thread -> sums.merge(label(thread), thread.seconds(), Double::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
    }

    private static String label(Thread thread) {
        return thread.ofLibrary() ? "native, from " + thread.name() : thread.name();
    }
}
