package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.threads.ThreadUse;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.Test;

class DataChangeViewModelTest {

    private final DocumentViewModel document = new DocumentViewModel();
    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final DataChangeViewModel change = new DataChangeViewModel(document, notices, prompts);

    private final List<String> reopened = new ArrayList<>();

    private static RunInfo info(int number, String... classes) {
        RunRequest request =
                new RunRequest("minute", PresetRegistry.get("minute").spec(), "/data", 1);
        return new RunInfo(number, request, "Data", 10, List.of(classes), "");
    }

    private void show(RunInfo run) {
        document.onSnapshot(new TrainingSnapshot(
                RunState.PAUSED,
                run,
                -1,
                5,
                1,
                0,
                0,
                0,
                new ThreadUse(1, false, 1, List.of()),
                null,
                TrainingSnapshot.Grids.NONE,
                null));
    }

    private void open(RunInfo saved, RunInfo now) {
        show(now);
        change.opened(new DataChangeViewModel.Opening(saved, reopened::add), now);
    }

    @Test
    void theSameDataIsTrainedWithoutAQuestion() {
        open(info(0, "a", "b"), info(1, "a", "b"));
        assertTrue(change.mayTrain());
        assertEquals("", notices.problemProperty().get());
    }

    @Test
    void swappedClassesWaitForTheUsersConsent() {
        open(info(0, "cats", "dogs"), info(1, "dogs", "cats"));
        String question = notices.problemProperty().get();
        assertTrue(question.contains("its class 0 was 'cats' and is now 'dogs'"), question);
        notices.dismissProblem();
        assertFalse(change.mayTrain());
        assertEquals(question, notices.problemProperty().get(), "asked again");
        Objects.requireNonNull(notices.actionProperty().get()).work().run();
        assertTrue(change.mayTrain());
        assertEquals("", notices.problemProperty().get());
    }

    @Test
    void anotherRunIsNotHeldUp() {
        open(info(0, "cats", "dogs"), info(1, "dogs", "cats"));
        show(info(2, "dogs", "cats"));
        assertTrue(change.mayTrain());
    }

    @Test
    void theUserMayChooseWhereTheDataIsNow() {
        open(info(0, "cats", "dogs"), info(1, "dogs", "cats"));
        prompts.folder(Path.of("/moved"));
        Objects.requireNonNull(notices.alternativeProperty().get()).work().run();
        assertEquals(List.of(Path.of("/moved").toString()), reopened);
        assertEquals("", notices.problemProperty().get());
    }
}
