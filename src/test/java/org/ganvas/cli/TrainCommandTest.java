package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    @Test
    void trainsAndSavesWhatWasAskedFor() throws Exception {
        Path out = folder.resolve("run.ganvas");
        shell.succeeds("train", "--preset", "mlp-a", "--steps", "100", "--seed", "9", "--out", out.toString());

        assertEquals(
                "Done at step 100 after 50.0 s of training, saved to " + out
                        + ": D 0.010 G 0.020 D(x) 0.75 D(G(z)) 0.25.\n",
                shell.out());
        RunCapture run = new ProjectStore().load(out);
        assertEquals(100, run.state().step());
        assertEquals(
                new RunRequest("mlp-a", PresetRegistry.get("mlp-a").spec(), "builtin:doodles", 9),
                run.info().request());
        assertTrue(shell.environment.opened().closed);
    }

    @Test
    void withoutAnEndItTrainsForThePresetsTime() {
        shell.succeeds("train");
        double steps = PresetRegistry.get(PresetRegistry.FIRST).minutes() * 60 / ScriptedSession.SECONDS_PER_STEP;
        assertTrue(shell.out().startsWith("Done at step %.0f after ".formatted(steps)), shell.out());
    }

    @Test
    void secondsAndStepsStopAtWhicheverComesFirst() {
        shell.succeeds("train", "--steps", "1000", "--seconds", "10");
        assertTrue(shell.out().startsWith("Done at step 20 after 10.0 s"), shell.out());
        shell.succeeds("train", "--steps", "15", "--seconds", "10");
        assertTrue(shell.out().startsWith("Done at step 15 after 7.5 s"), shell.out());
    }

    @Test
    void oneStepIsEnough() {
        shell.succeeds("train", "--steps", "1");
        assertTrue(shell.out().startsWith("Done at step 1 after 0.5 s of training, nothing was saved"), shell.out());
    }

    @Test
    void withoutAnOutputItWarnsBeforeTraining() {
        shell.succeeds("train", "--steps", "5");
        assertTrue(shell.err().contains("Nothing will be saved, because there is no --out"), shell.err());
        assertTrue(shell.out().contains("nothing was saved"), shell.out());
    }

    @Test
    void settingsCanBeChanged() {
        shell.succeeds(
                "train",
                "--steps",
                "1",
                "--batch",
                "16",
                "--threads",
                "3",
                "--set",
                "loss=MINIMAX",
                "--set",
                "training.generatorOptimizer.learningRate=1e-3",
                "--set",
                "generator.layers.0.units=32");
        GanSpec spec = request().spec();
        assertEquals(16, spec.training().batch());
        assertEquals(LossSpec.MINIMAX, spec.loss());
        assertEquals(0.001, spec.training().generatorOptimizer().learningRate());
        assertEquals(3, shell.environment.threads);
    }

    @Test
    void aFolderIsStoredByItsAbsolutePath() {
        shell.succeeds("train", "--steps", "1", "--data", "some/../faces");
        assertEquals(Path.of("faces").toAbsolutePath().toString(), request().dataId());
    }

    @Test
    void withoutAPresetAFolderBringsOneThatFits() throws Exception {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        red.setRGB(4, 4, 0xFF0000);
        ImageIO.write(red, "png", folder.resolve("a.png").toFile());
        shell.succeeds("train", "--steps", "1", "--data", folder.toString());
        assertEquals("own-colour", request().presetId());
        shell.succeeds("train", "--steps", "1", "--preset", "mlp-a", "--data", folder.toString());
        assertEquals("mlp-a", request().presetId());
    }

    @Test
    void remarksOnTheDataArePrinted() {
        shell.environment.prepare = session -> session.say(SessionNotice.Kind.INFO, "2 images were left out.");
        shell.succeeds("train", "--steps", "1");
        assertTrue(shell.err().contains("2 images were left out."), shell.err());
    }

    @Test
    void wrongValuesAreRefused() {
        shell.refuses("no preset called 'x'; choose one of minute", "train", "--preset", "x");
        shell.refuses("There is no setting 'training.speed'", "train", "--set", "training.speed=1");
        shell.refuses("A learning rate lies in (0, 1]", "train", "--set", "training.generatorOptimizer.learningRate=2");
        shell.refuses("A batch holds 2 to 4096", "train", "--batch", "1");
        shell.refuses("--steps takes at least 1", "train", "--steps", "0");
        shell.refuses("--seconds takes more than 0", "train", "--seconds", "0");
        shell.refuses("--threads takes 1 to 256", "train", "--threads", "0");
        shell.refuses("ends in .ganvas", "train", "--out", "run.zip");
        shell.refuses("--set", "train", "--set", "batch");
    }

    @Test
    void aMissingOutputFolderIsReportedBeforeTraining() {
        shell.fails(
                "There is no folder",
                "train",
                "--steps",
                "1",
                "--out",
                folder.resolve("no/x.ganvas").toString());
        assertEquals(null, shell.environment.session);
    }

    @Test
    void dataThatCannotBeReadIsReportedInOneSentence() {
        shell.environment.prepare = session -> session.loadProblem = "There is no folder called faces.";
        shell.fails("There is no folder called faces.", "train", "--data", "faces");
        assertEquals("There is no folder called faces.\n", shell.err());
    }

    @Test
    void aRunThatFailsIsSavedBesideAndLeavesTheProjectUnchanged() throws Exception {
        Path out = folder.resolve("run.ganvas");
        Files.writeString(out, "good");
        shell.environment.prepare = session -> session.failsAt = 33;
        Path beside = folder.resolve("run-failed.ganvas");
        shell.fails(
                "The numbers blew up at step 33. The run up to there was saved to " + beside + ".",
                "train",
                "--steps",
                "100",
                "--force",
                "--out",
                out.toString());
        assertEquals("good", Files.readString(out));
        assertEquals(33, new ProjectStore().load(beside).state().step());
    }

    @Test
    void unforeseenErrorsAreReportedInOneLine() {
        shell.environment.prepare = session -> {
            throw new IllegalStateException("one\ntwo");
        };
        shell.fails("because of an error inside the program (IllegalStateException: one)", "train", "--steps", "1");
        shell.environment.prepare = session -> {
            throw new OutOfMemoryError();
        };
        shell.fails("not enough memory", "train", "--steps", "1");
    }

    @Test
    void problemsDuringTrainingArePrintedOnceAndTrainingContinues() {
        shell.environment.afterEachStep = step -> {
            if (step == 10) {
                shell.environment.opened().say(SessionNotice.Kind.PROBLEM, "An image could not be drawn.");
            }
        };
        shell.succeeds("train", "--steps", "100");
        assertEquals(1, shell.err().split("An image could not be drawn.", -1).length - 1, shell.err());
        assertTrue(shell.out().startsWith("Done at step 100"), shell.out());
    }

    @Test
    void aSessionThatPausesByItselfIsStartedAgain() {
        shell.environment.prepare = session -> session.pausesByItselfAt = 30;
        shell.succeeds("train", "--steps", "100");
        assertTrue(shell.out().startsWith("Done at step 100"), shell.out());
    }

    @Test
    void samplesAreWrittenAtGrowingIntervalsAndAtTheEnd() throws Exception {
        Path samples = folder.resolve("film/of/it");
        shell.succeeds("train", "--steps", "120", "--samples", samples.toString());
        try (Stream<Path> files = Files.list(samples)) {
            assertEquals(
                    List.of(
                            "00000000",
                            "00000001",
                            "00000002",
                            "00000005",
                            "00000010",
                            "00000020",
                            "00000050",
                            "00000100",
                            "00000120"),
                    files.map(file -> file.getFileName().toString().replaceAll("\\D", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void theLogHasARowForEveryStep() throws Exception {
        Path log = folder.resolve("log.csv");
        shell.succeeds("train", "--steps", "50", "--log", log.toString());
        List<String> lines = Files.readAllLines(log);
        assertEquals(51, lines.size());
        for (int step = 1; step <= 50; step++) {
            assertTrue(lines.get(step).startsWith(step + ","), lines.get(step));
        }
        assertTrue(lines.get(2).startsWith("2,1.0,0.5,1.0,0.75,0.25,"), lines.get(2));
    }

    @Test
    void aLogThatCannotBeOpenedIsReportedBeforeTraining() {
        shell.fails(
                "log.csv cannot be written: the folder does not exist.",
                "train",
                "--steps",
                "5",
                "--log",
                folder.resolve("no/log.csv").toString());
        assertEquals(null, shell.environment.session);
    }

    @Test
    void safetyCopiesAreSavedDuringTraining() {
        Path out = folder.resolve("run.ganvas");
        shell.environment.prepare = session -> session.secondsPerStep = 100;
        shell.succeeds("train", "--steps", "20", "--out", out.toString());
        long captures = shell.environment.opened().commands.stream()
                .filter(TrainingCommand.Capture.class::isInstance)
                .count();
        // 600 s are 6 steps: copies at 6, 12 and 18, and the end.
        assertEquals(4, captures);
    }

    @Test
    void aRunIsRescuedWhenItsOutputFolderVanishes() throws Exception {
        Path place = Files.createDirectory(folder.resolve("stick"));
        Path out = place.resolve("rescue-of-train-command-test.ganvas");
        shell.environment.afterEachStep = step -> {
            if (step == 10) {
                assertTrue(place.toFile().delete());
            }
        };
        shell.fails("It was saved to ", "train", "--steps", "20", "--out", out.toString());
        Matcher saved = Pattern.compile("It was saved to (.+) instead\\.").matcher(shell.err());
        assertTrue(saved.find(), shell.err());
        Path rescue = Path.of(saved.group(1));
        assertEquals(20, new ProjectStore().load(rescue).state().step());
        Files.delete(rescue);
        Files.delete(rescue.getParent());
    }

    @Test
    void interruptSavesTheRunAndEndsTheProgram() throws Exception {
        Path out = folder.resolve("run.ganvas");
        Thread hook = new Thread(() ->
                java.util.Objects.requireNonNull(shell.environment.interrupt).run());
        shell.environment.afterEachStep = step -> {
            if (step == 40) {
                hook.start();
                awaitParked(hook);
            }
        };
        shell.succeeds("train", "--steps", "1000000", "--out", out.toString());
        hook.join();
        long step = new ProjectStore().load(out).state().step();
        assertTrue(step >= 40 && step < 60, "saved at step " + step);
        assertTrue(shell.out().startsWith("Stopped at step " + step + " after "), shell.out());
        assertTrue(shell.out().contains("saved to " + out), shell.out());
    }

    @Test
    void interruptWhileLoadingChangesNothing() throws Exception {
        Path out = folder.resolve("run.ganvas");
        Thread hook = new Thread(() ->
                java.util.Objects.requireNonNull(shell.environment.interrupt).run());
        shell.environment.prepare = session -> {
            hook.start();
            awaitParked(hook);
        };
        shell.fails("Stopped before training began", "train", "--out", out.toString());
        hook.join();
        assertFalse(Files.exists(out));
        List<TrainingCommand> commands = shell.environment.opened().commands;
        assertTrue(commands.get(commands.size() - 1) instanceof TrainingCommand.CancelLoad);
    }

    /** The hook has asked for the end when it waits for it. */
    private static void awaitParked(Thread hook) {
        while (hook.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private RunRequest request() {
        return ((TrainingCommand.Load) shell.environment.opened().commands.get(0)).request();
    }
}
