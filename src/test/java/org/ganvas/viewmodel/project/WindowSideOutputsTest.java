package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.SetupChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Places of side outputs that vanish while the window trains, with the real session: safety copies, checkpoints and their
 * images, the time-lapse. Training goes on, the user is told once, and the project is saved.
 */
@Timeout(300)
class WindowSideOutputsTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long MINUTE_NANOS = TimeUnit.SECONDS.toNanos(61);

    /** Less than two checkpoints of the points' networks, so that nearly all go to the disk. */
    private static final long HISTORY_BYTES = 300_000;

    @TempDir
    Path folder;

    private final FakePrompts prompts = new FakePrompts();
    private Path copies;
    private Path spilled;
    private TrainingLoop session;
    private RecoveryFolder recovery;
    private WindowViewModel window;
    private long now;

    @BeforeEach
    void train() {
        copies = folder.resolve("recovery");
        spilled = folder.resolve("history");
        session = new TrainingLoop(
                PublishPolicy.SCREEN, ThreadPolicy.always(1), new HistorySettings(spilled, HISTORY_BYTES, 1L << 30));
        recovery = new RecoveryFolder(copies, new ProjectStore());
        window = new WindowViewModel(
                session,
                prompts,
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                new AppServices(Runnable::run, new ProjectStore(), recovery, new InMemoryPreferences(), f -> null));
        Preset ring = PresetRegistry.get("ring");
        session.submit(new TrainingCommand.Load(new RunRequest("ring", ring.spec(), "builtin:ring", 1)));
        waitUntil(() -> state() == RunState.READY);
        window.train().run().toggle();
        waitUntil(() -> step() > 50);
    }

    @AfterEach
    void close() {
        session.close();
        recovery.close();
    }

    private RunState state() {
        return window.train().run().stateProperty().get();
    }

    private long step() {
        return window.train().run().stepProperty().get();
    }

    private String problem() {
        return window.notices().problemProperty().get();
    }

    private String toast() {
        return window.notices().toastProperty().get();
    }

    private void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never came at step " + step() + "; the problem is: " + problem() + ", the remark: " + toast());
            }
            now += TimeUnit.MILLISECONDS.toNanos(1);
            window.onFrame(now);
            LockSupport.parkNanos(500_000);
        }
    }

    /** Lets the interval of the safety copies pass, and waits until the copy was tried. */
    private void letAMinutePass() {
        now += MINUTE_NANOS;
        long before = step();
        waitUntil(() -> step() > before + 100);
    }

    private void assertTrainsOnAndSaves() throws Exception {
        assertEquals(RunState.RUNNING, state());
        long before = step();
        waitUntil(() -> step() > before + 100);
        Path project = folder.resolve("run.ganvas");
        prompts.project(project);
        window.projects().project().save();
        waitUntil(() -> !window.projects().project().busyProperty().get());
        assertTrue(new ProjectStore().load(project).state().step() > before);
        assertEquals(RunState.RUNNING, state());
    }

    /** Takes a folder away in one move, since the program may be writing into it. */
    private static void takeAway(Path root) throws IOException {
        Files.move(root, root.resolveSibling(root.getFileName() + "-gone"));
    }

    private static void replaceByAFile(Path root) throws IOException {
        if (Files.exists(root)) {
            takeAway(root);
        }
        Files.writeString(root, "in the way");
    }

    private List<Path> safetyCopies() {
        try (Stream<Path> files = Files.walk(copies)) {
            return files.filter(file -> file.toString().endsWith(".ganvas")).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private boolean hasSpilled() {
        try (Stream<Path> files = Files.walk(spilled)) {
            return files.anyMatch(file -> file.toString().endsWith(".bin"));
        } catch (IOException e) {
            return false;
        }
    }

    private long toldAbout(String words) {
        return window.notices().history().lines().stream()
                .filter(line -> line.contains(words))
                .count();
    }

    @Test
    void aFolderOfSafetyCopiesThatWasRemovedIsMadeAgain() throws Exception {
        letAMinutePass();
        waitUntil(() -> safetyCopies().size() == 1);
        takeAway(copies);
        letAMinutePass();
        waitUntil(() -> safetyCopies().size() == 1);
        assertEquals("", problem());
        assertTrainsOnAndSaves();
        assertEquals(List.of(), safetyCopies());
    }

    @Test
    void aFileInPlaceOfTheSafetyCopiesIsToldOnce() throws Exception {
        replaceByAFile(copies);
        letAMinutePass();
        assertTrue(problem().contains(copies.toString()), problem());
        window.notices().dismissProblem();
        letAMinutePass();
        letAMinutePass();
        assertEquals("", problem(), "told once");
        assertTrainsOnAndSaves();
        Files.delete(copies);
        letAMinutePass();
        waitUntil(() -> safetyCopies().size() == 1);
    }

    @Test
    void checkpointsThatCannotBeWrittenAreToldOnce() throws Exception {
        waitUntil(() -> hasSpilled());
        replaceByAFile(spilled);
        waitUntil(() -> toldAbout("Checkpoints of the run cannot be written to the disk") > 0);
        window.notices().dismissProblem();
        long before = step();
        waitUntil(() -> step() > before + 2000);
        assertEquals(1, toldAbout("Checkpoints of the run cannot be written to the disk"));
        assertTrainsOnAndSaves();
        assertEquals("", problem());
    }

    @Test
    void imagesOfTheTimelineThatAreGoneEndNothing() throws Exception {
        waitUntil(() -> hasSpilled());
        replaceByAFile(spilled);
        window.train().timeline().selectFirst();
        waitUntil(() -> window.train().timeline().gridProperty().get() != null
                || !problem().isEmpty());
        window.train().timeline().showLive();
        window.notices().dismissProblem();
        assertTrainsOnAndSaves();
    }

    @Test
    void aTimeLapseWhoseFolderVanishedIsToldAndTrainingGoesOn() throws Exception {
        waitUntil(() -> window.train().timelapse().readyProperty().get());
        Path gone = Files.createDirectories(folder.resolve("films"));
        prompts.export(gone.resolve("run.gif"));
        Files.delete(gone);
        window.train().timelapse().export();
        waitUntil(() -> !problem().isEmpty());
        assertTrue(problem().contains("run.gif"), problem());
        window.notices().dismissProblem();
        Files.writeString(gone, "in the way");
        window.train().timelapse().export();
        waitUntil(() -> !problem().isEmpty());
        assertTrue(problem().contains("run.gif"), problem());
        window.notices().dismissProblem();
        assertTrainsOnAndSaves();
        assertFalse(Files.exists(folder.resolve("run.gif")));
    }
}
