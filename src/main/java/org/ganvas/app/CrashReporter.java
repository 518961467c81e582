package org.ganvas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.viewmodel.support.FailureLog;
import org.jspecify.annotations.Nullable;

/**
 * Crash reports: one text file for each internal error, for the user to read and to send; nothing is sent
 * automatically. Any thread.
 */
final class CrashReporter implements FailureLog {

    private static final System.Logger LOG = System.getLogger("org.ganvas");
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int MAX_REPORTS = 20;

    /**
     * Seconds in which the same failure is not reported repeated: a failing frame would write sixty reports a second.
     */
    private static final long QUIET_SECONDS = 10;

    private final Path folder;
    private final Clock clock;
    private final Supplier<List<String>> settings;
    private final Supplier<List<String>> notices;
    private String lastFailure = "";
    private @Nullable OffsetDateTime lastTime;
    private @Nullable Report lastReport;
    private int count;

    /**
     * @param settings lines of the current settings, readable on any thread
     * @param notices latest messages of the window, readable on any thread
     */
    CrashReporter(Path folder, Clock clock, Supplier<List<String>> settings, Supplier<List<String>> notices) {
        this.folder = folder;
        this.clock = clock;
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public synchronized @Nullable Report write(Throwable failure) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean repeated = failure.toString().equals(lastFailure)
                && lastTime != null
                && ChronoUnit.SECONDS.between(lastTime, now) < QUIET_SECONDS;
        if (repeated) {
            return lastReport;
        }
        LOG.log(System.Logger.Level.ERROR, "Unexpected failure", failure);
        lastFailure = failure.toString();
        lastTime = now;
        lastReport = writeNew(now, failure);
        return lastReport;
    }

    private @Nullable Report writeNew(OffsetDateTime now, Throwable failure) {
        String text = text(now, failure);
        count++;
        Path file = folder.resolve(String.format(
                Locale.ROOT,
                "report-%s-%d-%03d.txt",
                FILE_TIME.format(now),
                ProcessHandle.current().pid(),
                count));
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text);
            deleteOldReports();
            return new Report(file, text);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "No report could be written to " + folder + ".", e);
            return null;
        }
    }

    private String text(OffsetDateTime now, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        List<String> lines = new ArrayList<>();
        lines.add("Ganvas " + ProgramVersion.current() + ", report of a failure");
        lines.add("Time: " + now.truncatedTo(ChronoUnit.SECONDS));
        lines.add(String.format(
                Locale.ROOT,
                "System: %s %s, %s, %d cores",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors()));
        lines.add(String.format(
                Locale.ROOT, "Java: %s, %s", System.getProperty("java.version"), System.getProperty("java.vm.name")));
        lines.add(String.format(
                Locale.ROOT,
                "Memory: %d of %d MB",
                used() >> 20,
                Runtime.getRuntime().maxMemory() >> 20));
        lines.add("Thread: " + Thread.currentThread().getName());
        lines.add("");
        lines.add("Settings:");
        settings.get().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("Said last:");
        notices.get().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(trace.toString());
        return String.join("\n", lines);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void deleteOldReports() throws IOException {
        List<Path> reports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "report-*.txt")) {
            files.forEach(reports::add);
        }
        reports.sort(Collections.reverseOrder());
        for (Path old : reports.subList(Math.min(MAX_REPORTS, reports.size()), reports.size())) {
            Files.deleteIfExists(old);
        }
    }
}
