package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ganvas.fixture.ZipParts;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a terminal: no text of a file commands it, and no lost output is called a success. */
class TerminalTextTest {

    /** Clears the screen, renames the window, turns the direction of writing, and fakes a line. */
    private static final String HOSTILE = "a\\u001b[2J\\u001b]0;x\\u0007\\u009b31m\\u202e\\nDone\\rb";

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    /** A project in which every name is hostile. */
    private Path hostileProject() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), file);
        Map<String, byte[]> parts = ZipParts.of(Files.readAllBytes(file));
        String json = new String(parts.get("project.json"), StandardCharsets.UTF_8);
        String changed = json.replace("\"eins\"", "\"" + HOSTILE + "\"")
                .replaceFirst("\"presetId\" : \"[^\"]*\"", "\"presetId\" : \"" + HOSTILE + "\"")
                .replaceFirst("\"id\" : \"[^\"]*\"", "\"id\" : \"/" + HOSTILE + "\"");
        parts.put("project.json", changed.getBytes(StandardCharsets.UTF_8));
        Files.write(file, ZipParts.zip(parts));
        return file;
    }

    private static void assertHarmless(String text) {
        text.codePoints()
                .filter(character -> character != '\n')
                .forEach(character -> assertTrue(
                        !Character.isISOControl(character) && character != 0x202E,
                        () -> Integer.toHexString(character) + " in " + text));
    }

    @Test
    void namesInAProjectDoNotCommandTheTerminal() throws Exception {
        String project = hostileProject().toString();
        for (String[] command : new String[][] {
            {"resume", project, "--steps", "1"},
            {"resume", project, "--steps", "1", "--accept-changed-data", "--out", path("b.ganvas")},
            {"eval", project},
            {"interpolate", project, "--seeds", "1,2", "--class", "none", "--out", path("a.gif")},
            {"export", project, "--to", "curves", "--out", path("c.json")},
            {"train", "--steps", "1", "--force", "--out", project}
        }) {
            shell.run(command);
            assertTrue((shell.out() + shell.err()).length() > 0, command[0]);
            assertHarmless(shell.out());
            assertHarmless(shell.err());
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void oneMessageStaysOneLine() {
        Message message = Message.of("cli.output.exists", "/a\n\u001b[31mb");
        assertEquals(
                "/a\uFFFD\uFFFD[31mb exists already. Nothing was changed; choose another name, or add --force to replace"
                        + " it.",
                MessageBundles.text(message, java.util.Locale.ENGLISH));
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (List<String> command : List.of(List.of("presets"), List.of("datasets"))) {
            err.reset();
            try (OutputStream out = new FileOutputStream(full.toFile())) {
                int status = new GanvasCli(
                                shell.environment,
                                new PrintStream(out, false, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(command.toArray(String[]::new));
                assertEquals(1, status, command.toString());
            }
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("could not be written to standard output"));
        }
    }
}
