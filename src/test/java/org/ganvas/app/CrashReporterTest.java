package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.viewmodel.support.FailureLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReporterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private CrashReporter at(Instant time) {
        return new CrashReporter(
                folder.resolve("reports"),
                Clock.fixed(time, ZoneOffset.UTC),
                () -> List.of("theme=dark"),
                () -> List.of("12:00 Saved run.ganvas."));
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aReportSaysWhenWhereAndWhy() throws Exception {
        FailureLog.Report report = at(NOON).write(new IllegalStateException("odd", new IOException("deeper")));
        assertNotNull(report);
        String text = Files.readString(report.file());
        assertEquals(text, report.text());
        for (String part : List.of(
                "Time: 2026-03-01T12:00Z",
                "Java: " + System.getProperty("java.version"),
                "System: " + System.getProperty("os.name"),
                "theme=dark",
                "12:00 Saved run.ganvas.",
                "IllegalStateException: odd",
                "Caused by: java.io.IOException: deeper",
                "CrashReporterTest.aReportSaysWhenWhereAndWhy")) {
            assertTrue(text.contains(part), part + " is not in: " + text);
        }
    }

    @Test
    void atMostTwentyAreKept() throws Exception {
        for (int i = 0; i < 25; i++) {
            at(NOON.plus(Duration.ofMinutes(i))).write(new IllegalStateException("failure " + i));
        }
        assertEquals(20, reports().size());
        assertTrue(Files.readString(reports().get(0)).contains("failure 5"));
        assertTrue(Files.readString(reports().get(19)).contains("failure 24"));
    }

    @Test
    void theSameFailureAtEveryFrameIsOneReport() throws Exception {
        CrashReporter reporter = at(NOON);
        FailureLog.Report first = reporter.write(new IllegalStateException("odd"));
        assertSame(first, reporter.write(new IllegalStateException("odd")));
        assertEquals(1, reports().size());
        reporter.write(new IllegalStateException("another"));
        assertEquals(2, reports().size());
    }

    @Test
    void aFolderThatCannotBeCreatedThrowsNothing() throws Exception {
        Files.writeString(folder.resolve("reports"), "in the way");
        assertNull(at(NOON).write(new IllegalStateException("odd")));
    }
}
