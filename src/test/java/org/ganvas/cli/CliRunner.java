package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands against the fake machine and keeps what they print. */
final class CliRunner {

    final FakeCliEnvironment backstage = new FakeCliEnvironment();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... args) {
        out.reset();
        err.reset();
        return new GanvasCli(
                        backstage,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    void succeeds(String... args) {
        assertEquals(0, run(args), err());
    }

    /** Exit status 1, one last line that says why, nothing on standard output. */
    void fails(String because, String... args) {
        assertEquals(1, run(args), out() + err());
        String[] lines = err().split("\\R");
        String last = lines[lines.length - 1];
        assertTrue(last.contains(because), because + " is not in: " + last);
        assertNoTrace();
        assertEquals("", out());
    }

    /** Exit status 2, the mistake first, then how the command is used. */
    void complains(String because, String... args) {
        assertEquals(2, run(args), out() + err());
        assertTrue(err().lines().findFirst().orElse("").contains(because), because + " is not in: " + err());
        assertTrue(err().contains("Usage: ganvas"), err());
        assertTrue(err().contains("--help"), err());
        assertTrue(err().lines().count() <= 8, "short: " + err());
        assertNoTrace();
        assertEquals("", out());
    }

    private void assertNoTrace() {
        assertFalse(err().contains("\tat ") || err().contains("java.lang"), err());
    }
}
