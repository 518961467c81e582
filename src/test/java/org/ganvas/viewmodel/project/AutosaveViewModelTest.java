package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.fake.FullDiskStream;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.NoticeAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveViewModelTest {

    @TempDir
    Path folder;

    private final FullDiskStream disk = new FullDiskStream(Long.MAX_VALUE);
    private final InMemoryPreferences preferences = new InMemoryPreferences();
    private RecoveryFolder recovery;

    private WindowFixture bench() {
        ProjectStore store = new ProjectStore(disk);
        recovery = new RecoveryFolder(folder.resolve("recovery"), store);
        return WindowFixture.trained(new AppServices(Runnable::run, store, recovery, preferences, failure -> null));
    }

    @AfterEach
    void close() {
        recovery.close();
    }

    private List<Path> copies() throws IOException {
        if (!Files.exists(folder.resolve("recovery"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("recovery"))) {
            return files.filter(file -> file.toString().endsWith(".ganvas"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyMinuteWhatIsNotSavedIsKept() throws Exception {
        WindowFixture bench = bench();
        assertEquals(List.of(), copies());
        bench.wait(61);
        assertEquals(12, ProjectFile.load(copies().get(0)).state().step());
        bench.wait(61);
        assertEquals(1, copies().size(), "nothing new, nothing written");
        bench.train();
        bench.wait(61);
        assertEquals(2, copies().size());
        assertEquals(24, ProjectFile.load(copies().get(1)).state().step());
    }

    @Test
    void savedWorkNeedsNoCopy() throws Exception {
        WindowFixture bench = bench();
        bench.wait(61);
        bench.prompts.project(folder.resolve("run.ganvas"));
        bench.window.projects().project().save();
        bench.frames(2);
        assertEquals(List.of(), copies());
        bench.wait(61);
        assertEquals(List.of(), copies());
    }

    @Test
    void theIntervalIsASetting() throws Exception {
        preferences.put("autosave.seconds", "5");
        WindowFixture bench = bench();
        bench.wait(6);
        assertEquals(1, copies().size());
    }

    @Test
    void zeroMeansNeverAndNonsenseMeansAMinute() throws Exception {
        preferences.put("autosave.seconds", "0");
        bench().wait(1000);
        assertEquals(List.of(), copies());
        preferences.put("autosave.seconds", "often");
        WindowFixture bench = bench();
        bench.wait(59);
        assertEquals(List.of(), copies());
        bench.wait(3);
        assertEquals(1, copies().size());
    }

    @Test
    void whatIsThrownAwayIsKeptUntilTheNextStepsAre() throws Exception {
        WindowFixture bench = bench();
        bench.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        bench.window.train().run().reset();
        bench.frames(2);
        assertEquals(12, ProjectFile.load(copies().get(0)).state().step());
    }

    @Test
    void theCopyIsTakenBeforeTheRiskyCommand() {
        WindowFixture bench = bench();
        bench.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        bench.window.train().run().reset();
        List<TrainingCommand> submitted = bench.training.submitted();
        assertTrue(submitted.get(submitted.size() - 1) instanceof TrainingCommand.Reset);
        assertTrue(submitted.get(submitted.size() - 2) instanceof TrainingCommand.Capture);
    }

    @Test
    void aRunThatFailedDoesNotPushOutTheLastSoundCopy() throws Exception {
        WindowFixture bench = bench();
        bench.window.train().run().toggle();
        bench.frames(3);
        bench.training.fail("A loss is not a number.");
        bench.wait(61);
        assertEquals(List.of(), copies());
    }

    @Test
    void aFullDiskIsSaidOnceAndTrainingGoesOn() throws Exception {
        WindowFixture bench = bench();
        disk.room(100);
        bench.window.train().run().toggle();
        bench.wait(61);
        String problem = bench.window.notices().problemProperty().get();
        assertTrue(problem.startsWith("No safety copy could be written to "), problem);
        assertTrue(problem.endsWith("This run has never been saved."), problem);
        assertEquals(RunState.RUNNING, bench.window.train().run().stateProperty().get());

        bench.window.notices().dismissProblem();
        bench.wait(61);
        assertEquals("", bench.window.notices().problemProperty().get());
        assertNull(bench.window.notices().actionProperty().get());

        disk.room(Long.MAX_VALUE);
        bench.wait(61);
        assertEquals(1, copies().size());
        disk.room(100);
        bench.wait(61);
        assertTrue(bench.window.notices().problemProperty().get().contains("No space left"), "said anew");
    }

    @Test
    void theBannerSavesElsewhere() throws Exception {
        WindowFixture bench = bench();
        disk.room(100);
        bench.wait(61);
        disk.room(Long.MAX_VALUE);
        Path elsewhere = folder.resolve("elsewhere.ganvas");
        bench.prompts.project(elsewhere);
        NoticeAction action = bench.window.notices().actionProperty().get();
        assertEquals("Save somewhere else…", action.label());
        action.work().run();
        bench.frames(2);
        assertEquals(12, ProjectFile.load(elsewhere).state().step());
    }
}
