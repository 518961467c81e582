package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.ganvas.project.ProjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every output beside the project: where it fails while the run trains, training goes on, the reason is printed once, and
 * the project is saved.
 */
class SideOutputsTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void placeProject() {
        out = folder.resolve("run.ganvas");
    }

    @Test
    void samplesWhoseFolderIsMovedAwayDoNotEndTraining() throws Exception {
        Path samples = folder.resolve("film");
        shell.environment.afterEachStep = at(10, () -> Files.move(samples, folder.resolve("moved")));
        assertTrained("--samples", "--samples", samples.toString());
        assertEquals(1, count("the folder does not exist"), shell.err());
        assertTrue(Files.exists(folder.resolve("moved/step-00000005.png")));
    }

    @Test
    void samplesWhoseFolderTurnsIntoAFileDoNotEndTraining() throws Exception {
        Path samples = folder.resolve("film");
        shell.environment.afterEachStep = at(1, () -> {
            Files.move(samples, folder.resolve("moved"));
            Files.writeString(samples, "a file");
        });
        assertTrained("--samples", "--samples", samples.toString());
        assertEquals(1, count("Training continues"), shell.err());
    }

    @Test
    void aLogOnAFullDiskDoesNotEndTraining() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertTrained("--log", "--log", "/dev/full");
        assertEquals(1, count("The log /dev/full could not be written"), shell.err());
    }

    @Test
    void aSafetyCopyThatFailsIsToldOnceAndTheRunIsRescuedAtTheEnd() throws Exception {
        shell.environment.prepare = session -> session.secondsPerStep = 100;
        // A folder takes the project's name, so that every copy fails.
        shell.environment.afterEachStep = at(3, () -> Files.createDirectory(out));
        shell.fails("It was saved to ", "train", "--steps", "40", "--out", out.toString());
        assertEquals(1, count("it is a folder") - 1, "once while it trains, once at the end: " + shell.err());
        Path rescued = Path.of(shell.err().replaceAll("(?s).*It was saved to (.+) instead.*", "$1"));
        assertEquals(40, new ProjectStore().load(rescued).state().step());
        Files.delete(rescued);
        Files.delete(rescued.getParent());
    }

    @Test
    void aSafetyCopyThatFailsForAWhileLeavesNoMark() throws Exception {
        shell.environment.prepare = session -> session.secondsPerStep = 100;
        shell.environment.afterEachStep = step -> {
            at(3, () -> Files.createDirectory(out)).accept(step);
            at(10, () -> Files.delete(out)).accept(step);
        };
        shell.succeeds("train", "--steps", "40", "--out", out.toString());
        assertEquals(1, count("it is a folder"), shell.err());
        assertEquals(40, new ProjectStore().load(out).state().step());
    }

    @Test
    void aProjectThatAnotherProgramWroteMeanwhileIsNotOverwritten() throws Exception {
        shell.succeeds("train", "--steps", "10", "--out", out.toString());
        byte[] other = "of another program".getBytes(StandardCharsets.UTF_8);
        shell.environment.afterEachStep = at(15, () -> Files.write(out, other));
        Path mine = folder.resolve("run-mine.ganvas");
        shell.fails("It was saved to " + mine + " instead.", "resume", out.toString(), "--steps", "10");
        assertArrayEquals(other, Files.readAllBytes(out));
        assertEquals(20, new ProjectStore().load(mine).state().step());
        Path fresh = folder.resolve("fresh.ganvas");
        shell.environment.afterEachStep = at(5, () -> Files.write(fresh, other));
        shell.fails("fresh-mine.ganvas instead.", "train", "--steps", "10", "--out", fresh.toString());
        assertArrayEquals(other, Files.readAllBytes(fresh));
    }

    /** Trains 1000 steps with an output that fails; the command ends with 1 and names it, but the project is complete. */
    private void assertTrained(String incomplete, String... more) throws Exception {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"train", "--steps", "1000", "--out", out.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        assertEquals(1, shell.run(arguments), shell.err());
        assertTrue(shell.out().startsWith("Done at step 1,000"), shell.out());
        assertEquals(1000, new ProjectStore().load(out).state().step());
        String last = shell.err().lines().reduce((before, line) -> line).orElse("");
        assertEquals(
                "The run is complete, but not everything beside it was written: " + incomplete
                        + ". The reason is above.",
                last);
        assertFalse(shell.err().contains("Exception"), shell.err());
    }

    private long count(String text) {
        return shell.err().split(text, -1).length - 1L;
    }

    @FunctionalInterface
    private interface Accident {
        void happen() throws IOException;
    }

    private static LongConsumer at(long step, Accident accident) {
        return now -> {
            if (now == step) {
                try {
                    accident.happen();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
