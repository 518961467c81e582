package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void train() {
        project = folder.resolve("run.ganvas");
        shell.succeeds("train", "--steps", "100", "--out", project.toString());
    }

    @Test
    void continuesWhereItStopped() throws Exception {
        shell.succeeds("resume", project.toString(), "--steps", "50");
        assertTrue(
                shell.out().startsWith("Done at step 150 after 75.0 s of training, saved to " + project), shell.out());
        assertEquals(150, new ProjectStore().load(project).state().step());
        assertEquals(
                150,
                new ProjectStore()
                        .load(project)
                        .scalars()
                        .read(TrainingScalar.REAL_SCORE, 0, 999, 999)
                        .size());
    }

    @Test
    void secondsCountFromWhereItStopped() {
        shell.succeeds("resume", project.toString(), "--seconds", "10");
        assertTrue(shell.out().startsWith("Done at step 120 after 60.0 s"), shell.out());
    }

    @Test
    void anotherOutputLeavesTheProjectUnchanged() throws Exception {
        byte[] before = Files.readAllBytes(project);
        Path later = folder.resolve("later.ganvas");
        shell.succeeds("resume", project.toString(), "--steps", "7", "--out", later.toString());
        assertArrayEquals(before, Files.readAllBytes(project));
        assertEquals(107, new ProjectStore().load(later).state().step());
    }

    @Test
    void aRunThatFailsLeavesTheProjectUnchanged() throws Exception {
        byte[] before = Files.readAllBytes(project);
        shell.environment.prepare = session -> session.failsAt = 120;
        shell.fails("The numbers blew up at step 120.", "resume", project.toString(), "--steps", "50");
        assertArrayEquals(before, Files.readAllBytes(project));
    }

    @Test
    void theLogIsContinued() throws Exception {
        Path log = folder.resolve("log.csv");
        shell.succeeds("resume", project.toString(), "--steps", "2", "--log", log.toString());
        shell.succeeds("resume", project.toString(), "--steps", "2", "--log", log.toString());
        List<String> lines = Files.readAllLines(log);
        assertEquals(5, lines.size());
        assertTrue(lines.get(1).startsWith("101,") && lines.get(4).startsWith("104,"), lines.toString());
    }

    @Test
    void samplesStartAtTheStepWhereItStopped() {
        Path samples = folder.resolve("film");
        shell.succeeds("resume", project.toString(), "--steps", "150", "--samples", samples.toString());
        assertArrayEquals(
                new String[] {"step-00000100.png", "step-00000200.png", "step-00000250.png"}, sorted(samples));
    }

    @Test
    void changedDataIsToldAndConfirmed() throws Exception {
        shell.succeeds("resume", project.toString(), "--steps", "1");
        assertFalse(shell.err().contains("has changed"), shell.err());
        byte[] before = Files.readAllBytes(project);
        shell.environment.prepare = session -> session.dataSize = 99;
        shell.fails(
                "The data has changed since this project was saved: its number of samples was 100 and is now 99."
                        + " Nothing was trained or changed.",
                "resume",
                project.toString(),
                "--steps",
                "1");
        assertArrayEquals(before, Files.readAllBytes(project));
        shell.succeeds("resume", project.toString(), "--steps", "1", "--accept-changed-data");
        assertTrue(
                shell.err().contains("its number of samples was 100 and is now 99. Training continues"), shell.err());
        shell.succeeds("resume", project.toString(), "--steps", "1");
        assertFalse(shell.err().contains("has changed"), "the project holds the new data now: " + shell.err());
    }

    @Test
    void dataThatMovedIsOpenedWhereItIsNow() throws Exception {
        Path moved = folder.resolve("moved");
        shell.succeeds("resume", project.toString(), "--steps", "1", "--data", moved.toString());
        assertEquals(
                moved.toString(),
                new ProjectStore().load(project).info().request().dataId());
    }

    @Test
    void wrongUsageIsExplained() {
        shell.refuses("How long?", "resume", project.toString());
        shell.refuses("--steps takes at least 1", "resume", project.toString(), "--steps", "-1");
        shell.refuses("ends in .ganvas", "resume", "run.zip", "--steps", "1");
    }

    @Test
    void aFileThatIsNoProjectIsRefused() throws Exception {
        Files.writeString(project, "no");
        shell.fails("cannot be opened", "resume", project.toString(), "--steps", "1");
        assertEquals("no", Files.readString(project));
    }

    private static String[] sorted(Path folder) {
        String[] names = folder.toFile().list();
        java.util.Arrays.sort(names);
        return names;
    }
}
