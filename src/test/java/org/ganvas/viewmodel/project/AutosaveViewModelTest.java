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

    private WindowFixture fixture() {
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
    void unsavedWorkIsCopiedEveryMinute() throws Exception {
        WindowFixture fixture = fixture();
        assertEquals(List.of(), copies());
        fixture.wait(61);
        assertEquals(12, new ProjectStore().load(copies().get(0)).state().step());
        fixture.wait(61);
        assertEquals(1, copies().size(), "nothing new, nothing written");
        fixture.train();
        fixture.wait(61);
        assertEquals(2, copies().size());
        assertEquals(24, new ProjectStore().load(copies().get(1)).state().step());
    }

    @Test
    void savedWorkIsNotCopied() throws Exception {
        WindowFixture fixture = fixture();
        fixture.wait(61);
        fixture.prompts.project(folder.resolve("run.ganvas"));
        fixture.window.projects().project().save();
        fixture.frames(2);
        assertEquals(List.of(), copies());
        fixture.wait(61);
        assertEquals(List.of(), copies());
    }

    @Test
    void intervalIsAPreference() throws Exception {
        preferences.put("autosave.seconds", "5");
        WindowFixture fixture = fixture();
        fixture.wait(6);
        assertEquals(1, copies().size());
    }

    @Test
    void zeroMeansNeverAndInvalidTextMeansAMinute() throws Exception {
        preferences.put("autosave.seconds", "0");
        fixture().wait(1000);
        assertEquals(List.of(), copies());
        preferences.put("autosave.seconds", "often");
        WindowFixture fixture = fixture();
        fixture.wait(59);
        assertEquals(List.of(), copies());
        fixture.wait(3);
        assertEquals(1, copies().size());
    }

    @Test
    void discardedWorkIsKeptUntilLaterStepsAreCopied() throws Exception {
        WindowFixture fixture = fixture();
        fixture.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        fixture.window.train().run().reset();
        fixture.frames(2);
        assertEquals(12, new ProjectStore().load(copies().get(0)).state().step());
    }

    @Test
    void copyIsCapturedBeforeTheCommandThatDiscards() {
        WindowFixture fixture = fixture();
        fixture.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        fixture.window.train().run().reset();
        List<TrainingCommand> submitted = fixture.training.submitted();
        assertTrue(submitted.get(submitted.size() - 1) instanceof TrainingCommand.Reset);
        assertTrue(submitted.get(submitted.size() - 2) instanceof TrainingCommand.Capture);
    }

    @Test
    void failedRunDoesNotReplaceTheLastSoundCopy() throws Exception {
        WindowFixture fixture = fixture();
        fixture.window.train().run().toggle();
        fixture.frames(3);
        fixture.training.fail("A loss is not a number.");
        fixture.wait(61);
        assertEquals(List.of(), copies());
    }

    @Test
    void fullDiskIsReportedOnceAndTrainingContinues() throws Exception {
        WindowFixture fixture = fixture();
        disk.setFreeBytes(100);
        fixture.window.train().run().toggle();
        fixture.wait(61);
        String problem = fixture.window.notices().problemProperty().get();
        assertTrue(problem.startsWith("No autosave could be written to "), problem);
        assertTrue(problem.endsWith("This run has never been saved."), problem);
        assertEquals(
                RunState.RUNNING, fixture.window.train().run().stateProperty().get());

        fixture.window.notices().dismissProblem();
        fixture.wait(61);
        assertEquals("", fixture.window.notices().problemProperty().get());
        assertNull(fixture.window.notices().actionProperty().get());

        disk.setFreeBytes(Long.MAX_VALUE);
        fixture.wait(61);
        assertEquals(1, copies().size());
        disk.setFreeBytes(100);
        fixture.wait(61);
        assertTrue(fixture.window.notices().problemProperty().get().contains("No space left"), "said anew");
    }

    @Test
    void bannerOffersToSaveElsewhere() throws Exception {
        WindowFixture fixture = fixture();
        disk.setFreeBytes(100);
        fixture.wait(61);
        disk.setFreeBytes(Long.MAX_VALUE);
        Path elsewhere = folder.resolve("elsewhere.ganvas");
        fixture.prompts.project(elsewhere);
        NoticeAction action = fixture.window.notices().actionProperty().get();
        assertEquals("Save somewhere else…", action.label());
        action.work().run();
        fixture.frames(2);
        assertEquals(12, new ProjectStore().load(elsewhere).state().step());
    }
}
