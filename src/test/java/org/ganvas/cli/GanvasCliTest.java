package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.io.ProgramVersion;
import org.junit.jupiter.api.Test;

class GanvasCliTest {

    private static final String[] COMMANDS = {
        "presets", "datasets", "train", "resume", "sample", "interpolate", "eval", "export", "import"
    };

    private final CliRunner shell = new CliRunner();

    @Test
    void theWindowOpensWithoutArgumentsAndForAProject() {
        assertFalse(GanvasCli.isCommand(new String[0]));
        assertFalse(GanvasCli.isCommand(new String[] {"digits.ganvas"}));
        assertFalse(GanvasCli.isCommand(new String[] {"/home/me/DIGITS.GANVAS"}));
        assertTrue(GanvasCli.isCommand(new String[] {"train"}));
        assertTrue(GanvasCli.isCommand(new String[] {"--help"}));
        assertTrue(GanvasCli.isCommand(new String[] {"trian"}));
        assertTrue(GanvasCli.isCommand(new String[] {"sample", "digits.ganvas"}));
    }

    @Test
    void versionGoesToStandardOutput() {
        shell.succeeds("--version");
        assertEquals("Ganvas " + ProgramVersion.current(), shell.out().strip());
        assertEquals("", shell.err());
    }

    @Test
    void everyHelpPageHasExamples() {
        shell.succeeds("--help");
        for (String command : COMMANDS) {
            assertTrue(shell.out().contains(command), command);
        }
        for (String command : COMMANDS) {
            shell.succeeds(command, "--help");
            assertTrue(shell.out().contains("Usage: ganvas " + command), shell.out());
            assertTrue(shell.out().contains("Example"), shell.out());
            assertTrue(shell.out().lines().allMatch(line -> line.length() <= 100), shell.out());
            assertEquals("", shell.err());
        }
    }

    @Test
    void anEmptyPathIsNotTheWorkingDirectory() {
        String reason = "A path is empty";
        shell.refuses(reason, CliRunner.inEnglish("train", "--data", "", "--steps", "1"));
        shell.refuses(reason, CliRunner.inEnglish("train", "--preset", "emoji", "--data", "a", "--data-b", " "));
        shell.refuses(reason, CliRunner.inEnglish("train", "--steps", "1", "--out", ""));
        shell.refuses(reason, CliRunner.inEnglish("resume", "", "--steps", "1"));
        shell.refuses(reason, CliRunner.inEnglish("datasets", "--show", ""));
    }

    @Test
    void wrongUsageIsExplained() {
        shell.refuses(
                "Which command? One of presets, datasets, download, train, resume, sample, interpolate, lab, dream, stylise,"
                        + " anomaly, eval, export, import.");
        shell.refuses("'trian'", "trian");
        assertTrue(shell.err().contains("Did you mean"), shell.err());
        shell.refuses("--stpes", "train", "--stpes", "3");
        shell.refuses("FILE.ganvas", "resume", "--steps", "3");
        shell.refuses("--out", "sample", "x.ganvas");
    }

    @Test
    void presetsAreListedOnePerLine() {
        shell.succeeds("presets");
        assertEquals(PresetRegistry.all().size(), shell.out().lines().count());
        assertTrue(shell.out().startsWith("minute "), shell.out());
        assertTrue(shell.out().contains(PresetRegistry.get("mlp-b").sentence()), shell.out());
    }

    @Test
    void datasetsAreListedOnePerLine() {
        shell.succeeds("datasets");
        assertEquals("builtin:one    One        First.\nbuiltin:other  The other  Second.\n", shell.out());
    }

    @Test
    void theInterruptHookIsRemovedAfterTheCommand() {
        shell.succeeds("presets");
        assertTrue(shell.environment.interruptHookRemoved);
    }
}
