package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runner of commands, in the environment of the tests or in that of the program; keeps what they print. */
final class CliRunner {

    final FakeCliEnvironment environment = new FakeCliEnvironment();
    private final Command command;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private interface Command {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    CliRunner() {
        command = (args, printed, errors) -> new GanvasCli(environment, printed, errors).run(args);
    }

    private CliRunner(Command command) {
        this.command = command;
    }

    /**
     * Runner of the real commands, in English.
     *
     * @param cache folder of the program's own files
     */
    static CliRunner real(Supplier<Path> cache) {
        return new CliRunner((args, printed, errors) -> GanvasCli.run(inEnglish(args), cache.get(), printed, errors));
    }

    int run(String... args) {
        out.reset();
        err.reset();
        return command.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** Arguments with {@code --lang en} before them, for tests on a system of any language. */
    static String[] inEnglish(String... args) {
        return Stream.concat(Stream.of("--lang", "en"), Stream.of(args)).toArray(String[]::new);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Asserts exit status 0. */
    void succeeds(String... args) {
        assertEquals(0, run(args), err());
    }

    /** Asserts exit status 1, a last line that says why, nothing on standard output. */
    void fails(String reason, String... args) {
        assertEquals(1, run(args), out() + err());
        String[] lines = err().split("\\R");
        String last = lines[lines.length - 1];
        assertTrue(last.contains(reason), reason + " is not in: " + last);
        assertNoTrace();
        assertEquals("", out());
    }

    /** Asserts exit status 2, the mistake in the first line, then how the command is used. */
    void refuses(String reason, String... args) {
        assertEquals(2, run(args), out() + err());
        assertTrue(err().lines().findFirst().orElse("").contains(reason), reason + " is not in: " + err());
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
