package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.session.threads.ThreadTiming;
import org.ganvas.session.threads.ThreadUse;
import org.ganvas.viewmodel.support.UndoStack;
import org.junit.jupiter.api.Test;

final class ThreadsViewModelTest {

    private final FakeTrainingSession session = new FakeTrainingSession(0);
    private final UndoStack undo = new UndoStack();
    private final ThreadsViewModel model = new ThreadsViewModel(session, undo, 4);

    @Test
    void textHasTheNumberAndWhetherItIsAutomatic() {
        show(new ThreadUse(1, true, 3, List.of()));
        assertEquals("1 thread (automatic)", model.textProperty().get());
        show(new ThreadUse(2, false, 3, List.of()));
        assertEquals("2 threads", model.textProperty().get());
    }

    @Test
    void figuresListTheTimings() {
        show(new ThreadUse(1, true, 2, List.of(new ThreadTiming(1, 0.021), new ThreadTiming(2, 0.02))));
        assertEquals(
                "1 thread: 21.0 ms per step\n2 threads: 20.0 ms per step, 1.05× as fast as 1 thread",
                model.figuresProperty().get());
    }

    @Test
    void figuresStateWhyThereAreNoTimings() {
        show(new ThreadUse(1, true, 1, List.of()));
        assertTrue(model.figuresProperty().get().contains("reserved for the window"));
        show(new ThreadUse(1, true, 3, List.of()));
        assertEquals("Measured once training starts.", model.figuresProperty().get());
        show(new ThreadUse(2, false, 3, List.of()));
        assertEquals("You chose this number.", model.figuresProperty().get());
    }

    @Test
    void choicesAreAutomaticAndEachNumberOfCores() {
        assertEquals(List.of(ThreadPolicy.AUTOMATIC, 1, 2, 3, 4), model.choices());
        assertEquals("Automatic", model.name(ThreadPolicy.AUTOMATIC));
        assertEquals("1 thread", model.name(1));
    }

    @Test
    void choiceShowsWhenTheSessionHasItAndCanBeUndone() {
        model.choose(2);
        assertEquals(ThreadPolicy.AUTOMATIC, model.chosenProperty().get());
        model.onSnapshot(session.takeSnapshot());
        assertEquals(2, model.chosenProperty().get());
        undo.undo();
        model.onSnapshot(session.takeSnapshot());
        assertEquals(ThreadPolicy.AUTOMATIC, model.chosenProperty().get());
    }

    @Test
    void preferenceIsRestored() {
        assertEquals("auto", model.preferenceKey());
        model.restore("3");
        model.onSnapshot(session.takeSnapshot());
        assertEquals("3", model.preferenceKey());
        assertFalse(undo.availableProperty().get(), "a start is nothing to undo");
    }

    @Test
    void invalidPreferenceMeansAutomatic() {
        for (String key : List.of("", "auto", "0", "-2", "many", "999", "3.5")) {
            model.restore(key);
        }
        assertEquals(List.of(), session.submitted());
        model.restore("256");
        assertEquals(List.of(new TrainingCommand.SetThreads(256)), session.submitted());
    }

    private void show(ThreadUse use) {
        TrainingSnapshot e = TrainingSnapshot.EMPTY;
        model.onSnapshot(
                new TrainingSnapshot(e.state(), null, -1, 0, 0, 0, 0, 0, use, null, TrainingSnapshot.Grids.NONE, null));
    }
}
