package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.fake.FullDiskStream;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.UserPrompts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File of a run, the dot in the title, and the question before unsaved work is replaced. */
class UnsavedWorkTest {

    @TempDir
    Path folder;

    private final FullDiskStream disk = new FullDiskStream(Long.MAX_VALUE);
    private WindowFixture fixture;
    private Path file;

    @BeforeEach
    void train() {
        file = folder.resolve("digits.ganvas");
        fixture = WindowFixture.trained(new AppServices(
                Runnable::run, new ProjectStore(disk), null, new InMemoryPreferences(), failure -> null));
        fixture.prompts.project(file);
    }

    private String title() {
        return fixture.window.projects().document().titleProperty().get();
    }

    @Test
    void titleShowsNameAndDot() {
        assertEquals(
                "Ganvas",
                WindowFixture.ready()
                        .window
                        .projects()
                        .document()
                        .titleProperty()
                        .get());
        assertEquals("Unsaved run • – Ganvas", title());
        fixture.window.projects().project().save();
        fixture.frames(2);
        assertEquals("digits.ganvas – Ganvas", title());
        fixture.train();
        assertEquals("digits.ganvas • – Ganvas", title());
    }

    @Test
    void changedLearningRateIsUnsavedUntilUndone() {
        fixture.window.projects().project().save();
        fixture.frames(2);
        GanSpec before = fixture.training.run().spec();
        fixture.training.submit(new TrainingCommand.Adjust(TrainingSettings.GENERATOR_RATE.with(before, 1e-5)));
        fixture.frames(1);
        assertTrue(fixture.window.projects().document().changedProperty().get());
        fixture.training.submit(new TrainingCommand.Adjust(before));
        fixture.frames(1);
        assertFalse(fixture.window.projects().document().changedProperty().get());
    }

    @Test
    void savedWorkIsReplacedWithoutAQuestion() {
        fixture.window.projects().project().save();
        fixture.frames(2);
        fixture.window.train().run().reset();
        fixture.frames(1);
        assertEquals(List.of(), fixture.prompts.questions());
        assertEquals(0, fixture.window.train().run().stepProperty().get());
        assertEquals("Ganvas", title());
    }

    /** After a few seconds of training. */
    private WindowFixture barelyTrained() {
        WindowFixture barelyTrained = WindowFixture.ready();
        barelyTrained.training.trainedSecondsAStep = 1;
        barelyTrained.window.train().run().toggle();
        barelyTrained.frames(1);
        barelyTrained.window.train().run().toggle();
        barelyTrained.frames(1);
        assertTrue(barelyTrained.window.projects().document().changedProperty().get());
        barelyTrained.prompts.unsaved(UserPrompts.Unsaved.CANCEL);
        return barelyTrained;
    }

    @Test
    void aFewSecondsOfTrainingAreReplacedWithoutAQuestion() {
        WindowFixture barelyTrained = barelyTrained();
        barelyTrained.window.train().run().reset();
        barelyTrained.frames(1);
        assertEquals(List.of(), barelyTrained.prompts.questions());
        assertEquals(0, barelyTrained.window.train().run().stepProperty().get());
    }

    @Test
    void aFewSecondsOfTrainingWithWorkOfTheUserAreAskedAbout() {
        WindowFixture adjusted = barelyTrained();
        GanSpec spec = adjusted.training.run().spec();
        adjusted.training.submit(new TrainingCommand.Adjust(TrainingSettings.GENERATOR_RATE.with(spec, 1e-5)));
        adjusted.frames(1);
        WindowFixture marked = barelyTrained();
        marked.training.keep(List.of(new Checkpoint(1, 2, 2, false, "best")));
        WindowFixture kept = barelyTrained();
        kept.window.projects().document().bookmarksChanged();
        for (WindowFixture edited : List.of(adjusted, marked, kept)) {
            edited.window.train().run().reset();
            assertEquals(1, edited.prompts.questions().size());
        }
    }

    @Test
    void questionFollowsTheRunThatTrainsBehindIt() {
        fixture.prompts.unsaved(UserPrompts.Unsaved.CANCEL);
        fixture.window.train().run().toggle();
        fixture.frames(1);
        fixture.window.train().run().reset();
        long asked = fixture.window.train().run().stepProperty().get();
        assertEquals(
                List.of("You are at step " + asked + ". This run has never been saved."), fixture.prompts.details());
        fixture.frames(2);
        long now = fixture.window.train().run().stepProperty().get();
        assertTrue(now > asked);
        assertEquals(List.of("You are at step " + now + ". This run has never been saved."), fixture.prompts.details());
    }

    @Test
    void saveWritesTheStateBeforeTheReset() throws Exception {
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        fixture.window.train().run().reset();
        fixture.frames(2);
        assertEquals(1, fixture.prompts.questions().size());
        assertEquals(0, fixture.window.train().run().stepProperty().get());
        assertEquals(12, new ProjectStore().load(file).state().step());
    }

    @Test
    void cancelKeepsTheRunAlsoInTheFileChooser() {
        fixture.prompts.unsaved(UserPrompts.Unsaved.CANCEL);
        fixture.window.train().run().reset();
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        fixture.prompts.project(null);
        fixture.window.train().run().reset();
        fixture.frames(2);
        assertEquals(12, fixture.window.train().run().stepProperty().get());
        assertEquals(2, fixture.prompts.questions().size());
    }

    @Test
    void discardAsksOnceEvenIfTheNextChoiceComesBeforeTheFirstIsDone() {
        fixture.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        fixture.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        fixture.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-b"));
        assertEquals(1, fixture.prompts.questions().size());
        fixture.frames(3);
        assertEquals("mlp-b", fixture.training.run().request().presetId());
    }

    @Test
    void discardIsForgottenWhenTheLoadFails() {
        fixture.training.refuseNextLoad("The images do not fit.");
        fixture.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        fixture.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        fixture.frames(3);
        fixture.window.train().run().reset();
        assertEquals(2, fixture.prompts.questions().size());
    }

    @Test
    void windowWithSavedWorkClosesAtOnce() {
        fixture.window.projects().project().save();
        fixture.frames(2);
        boolean[] closed = new boolean[1];
        fixture.window.requestClose(() -> closed[0] = true);
        assertTrue(closed[0]);
        assertEquals(List.of(), fixture.prompts.questions());
    }

    @Test
    void windowClosesWhenSavingIsDone() throws Exception {
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        boolean[] closed = new boolean[1];
        fixture.window.requestClose(() -> closed[0] = true);
        assertFalse(closed[0]);
        fixture.frames(2);
        assertTrue(closed[0]);
        assertEquals(12, new ProjectStore().load(file).state().step());
    }

    @Test
    void windowStaysOpenWhenSavingFails() {
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        disk.setFreeBytes(100);
        boolean[] closed = new boolean[1];
        fixture.window.requestClose(() -> closed[0] = true);
        fixture.frames(3);
        assertFalse(closed[0]);
        fixture.window.requestClose(() -> closed[0] = true);
        assertEquals(2, fixture.prompts.questions().size(), "it asks again");
    }

    @Test
    void fullDiskReportsWhatIsUnsavedAndOffersAnotherFile() throws Exception {
        fixture.window.projects().project().save();
        fixture.frames(2);
        fixture.train();
        byte[] before = Files.readAllBytes(file);
        disk.setFreeBytes(2000);
        fixture.window.projects().project().save();
        fixture.frames(2);
        String problem = fixture.window.notices().problemProperty().get();
        assertTrue(problem.contains("No space left on device"), problem);
        assertTrue(problem.endsWith("Changes after step 12 are not saved."), problem);
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(file).length));
        assertEquals(1, Files.list(folder).count(), "nothing half-written stays");

        fixture.train();
        disk.setFreeBytes(Long.MAX_VALUE);
        Path elsewhere = folder.resolve("elsewhere.ganvas");
        fixture.prompts.project(elsewhere);
        fixture.window.notices().actionProperty().get().work().run();
        fixture.frames(2);
        assertEquals(36, new ProjectStore().load(elsewhere).state().step());
        assertEquals("elsewhere.ganvas – Ganvas", title());
    }

    @Test
    void aRunThatCannotBeSavedIsNotReplaced() throws Exception {
        disk.setFreeBytes(2000);
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        fixture.window.train().run().reset();
        fixture.frames(2);
        assertEquals(12, fixture.window.train().run().stepProperty().get());
        assertTrue(fixture.window.notices().problemProperty().get().contains("No space left"));
        disk.setFreeBytes(Long.MAX_VALUE);
        fixture.window.notices().actionProperty().get().work().run();
        fixture.frames(2);
        assertEquals(12, new ProjectStore().load(file).state().step());
    }

    /** A file takes its checkpoints from the history, which the next run empties. */
    @Test
    void theRunIsReplacedOnceItsFileIsWritten() throws Exception {
        Queue<Runnable> io = new ArrayDeque<>();
        fixture = WindowFixture.trained(
                new AppServices(io::add, new ProjectStore(disk), null, new InMemoryPreferences(), failure -> null));
        fixture.prompts.project(file);
        fixture.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        fixture.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        fixture.frames(3);
        assertNotEquals("mlp-a", fixture.training.run().request().presetId(), "the file is not written yet");

        while (!io.isEmpty()) {
            io.remove().run();
        }
        fixture.frames(3);
        assertEquals("mlp-a", fixture.training.run().request().presetId());
        assertEquals(12, new ProjectStore().load(file).state().step());
    }

    @Test
    void savedCopyIsNotTheFileOfTheRun() throws Exception {
        fixture.window.projects().project().saveCopy();
        fixture.frames(2);
        assertEquals(12, new ProjectStore().load(file).state().step());
        assertEquals("Unsaved run • – Ganvas", title());
    }
}
