package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FullDiskStream;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.UserPrompts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file a run belongs to, the dot in the title, and the one question before work is left behind. */
class UnsavedWorkTest {

    @TempDir
    Path folder;

    private final FullDiskStream disk = new FullDiskStream(Long.MAX_VALUE);
    private WindowFixture bench;
    private Path file;

    @BeforeEach
    void train() {
        file = folder.resolve("digits.ganvas");
        bench = WindowFixture.trained(
                new AppServices(Runnable::run, new ProjectStore(disk), null, new InMemoryPreferences(), failure -> null));
        bench.prompts.project(file);
    }

    private String title() {
        return bench.window.projects().document().titleProperty().get();
    }

    @Test
    void theTitleShowsNameAndDot() {
        assertEquals(
                "Ganvas", WindowFixture.ready().window.projects().document().titleProperty().get());
        assertEquals("Unsaved run • – Ganvas", title());
        bench.window.projects().project().save();
        bench.frames(2);
        assertEquals("digits.ganvas – Ganvas", title());
        bench.train();
        assertEquals("digits.ganvas • – Ganvas", title());
    }

    @Test
    void anotherLearningRateIsAChangeAndTakingItBackIsNone() {
        bench.window.projects().project().save();
        bench.frames(2);
        double before =
                bench.training.run().spec().training().generatorOptimizer().learningRate();
        double other =
                bench.training.run().spec().training().discriminatorOptimizer().learningRate();
        bench.training.submit(new TrainingCommand.SetRates(before / 2, other));
        bench.frames(1);
        assertTrue(bench.window.projects().document().changedProperty().get());
        bench.training.submit(new TrainingCommand.SetRates(before, other));
        bench.frames(1);
        assertFalse(bench.window.projects().document().changedProperty().get());
    }

    @Test
    void savedWorkIsLeftWithoutAQuestion() {
        bench.window.projects().project().save();
        bench.frames(2);
        bench.window.train().run().reset();
        bench.frames(1);
        assertEquals(List.of(), bench.prompts.questions());
        assertEquals(0, bench.window.train().run().stepProperty().get());
        assertEquals("Ganvas", title());
    }

    @Test
    void saveWritesWhatWasThereBeforeTheReset() throws Exception {
        bench.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        bench.window.train().run().reset();
        bench.frames(2);
        assertEquals(1, bench.prompts.questions().size());
        assertEquals(0, bench.window.train().run().stepProperty().get());
        assertEquals(12, ProjectFile.load(file).state().step());
    }

    @Test
    void cancelAndARefusedPlaceKeepTheRun() {
        bench.prompts.unsaved(UserPrompts.Unsaved.CANCEL);
        bench.window.train().run().reset();
        bench.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        bench.prompts.project(null);
        bench.window.train().run().reset();
        bench.frames(2);
        assertEquals(12, bench.window.train().run().stepProperty().get());
        assertEquals(2, bench.prompts.questions().size());
    }

    @Test
    void discardAsksOnceEvenIfTheNextChoiceComesBeforeTheFirstIsDone() {
        bench.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-b"));
        assertEquals(1, bench.prompts.questions().size());
        bench.frames(3);
        assertEquals("mlp-b", bench.training.run().request().presetId());
    }

    @Test
    void aDiscardThatCameToNothingIsForgotten() {
        bench.training.refuseNextLoad("The pictures do not fit.");
        bench.prompts.unsaved(UserPrompts.Unsaved.DISCARD);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(3);
        bench.window.train().run().reset();
        assertEquals(2, bench.prompts.questions().size());
    }

    @Test
    void aWindowWithSavedWorkClosesAtOnce() {
        bench.window.projects().project().save();
        bench.frames(2);
        assertTrue(bench.window.mayClose(() -> {}));
        assertEquals(List.of(), bench.prompts.questions());
    }

    @Test
    void aWindowClosesWhenSavingIsDoneAndNotBefore() throws Exception {
        bench.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        boolean[] closed = new boolean[1];
        assertFalse(bench.window.mayClose(() -> closed[0] = true));
        assertFalse(closed[0]);
        bench.frames(2);
        assertTrue(closed[0]);
        assertEquals(12, ProjectFile.load(file).state().step());
    }

    @Test
    void aWindowStaysOpenWhenSavingFails() {
        bench.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        disk.room(100);
        boolean[] closed = new boolean[1];
        assertFalse(bench.window.mayClose(() -> closed[0] = true));
        bench.frames(3);
        assertFalse(closed[0]);
        assertFalse(bench.window.mayClose(() -> closed[0] = true), "it asks again");
        assertEquals(2, bench.prompts.questions().size());
    }

    @Test
    void aFullDiskSaysWhatIsNotSavedAndOffersAnotherPlace() throws Exception {
        bench.window.projects().project().save();
        bench.frames(2);
        bench.train();
        byte[] before = Files.readAllBytes(file);
        disk.room(2000);
        bench.window.projects().project().save();
        bench.frames(2);
        String problem = bench.window.notices().problemProperty().get();
        assertTrue(problem.contains("No space left on device"), problem);
        assertTrue(problem.endsWith("Changes after step 12 are not saved."), problem);
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(file).length));
        assertEquals(1, Files.list(folder).count(), "nothing half-written stays");

        bench.train();
        disk.room(Long.MAX_VALUE);
        Path elsewhere = folder.resolve("elsewhere.ganvas");
        bench.prompts.project(elsewhere);
        bench.window.notices().actionProperty().get().work().run();
        bench.frames(2);
        assertEquals(36, ProjectFile.load(elsewhere).state().step());
        assertEquals("elsewhere.ganvas – Ganvas", title());
    }

    @Test
    void aRunThatIsGoneFromTheDeskLivesOnUntilItIsSaved() throws Exception {
        disk.room(2000);
        bench.prompts.unsaved(UserPrompts.Unsaved.SAVE);
        bench.window.train().run().reset();
        bench.frames(2);
        assertEquals(0, bench.window.train().run().stepProperty().get());
        assertTrue(bench.window.notices().problemProperty().get().contains("No space left"));
        disk.room(Long.MAX_VALUE);
        bench.window.notices().actionProperty().get().work().run();
        bench.frames(2);
        assertEquals(12, ProjectFile.load(file).state().step());
    }

    @Test
    void aCopyIsNotTheProject() throws Exception {
        bench.window.projects().project().saveCopy();
        bench.frames(2);
        assertEquals(12, ProjectFile.load(file).state().step());
        assertEquals("Unsaved run • – Ganvas", title());
    }
}
