package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.junit.jupiter.api.Test;

class PaceViewModelTest {

    private final FakeTrainingSession session = new FakeTrainingSession(0);
    private final PaceViewModel model = new PaceViewModel(session);

    private void frame() {
        model.onSnapshot(session.takeSnapshot());
    }

    @Test
    void slowerAndFasterGoThroughTheChoicesAndEndAtTheLast() {
        assertFalse(model.fasterProperty().get());
        model.slower();
        model.slower();
        assertEquals(100, model.paceProperty().get());
        assertTrue(model.fasterProperty().get());
        model.slower();
        model.slower();
        model.slower();
        assertEquals(1, model.paceProperty().get());
        assertFalse(model.slowerProperty().get());
        frame();
        assertEquals(1, session.pace());
        for (int i = 0; i < 9; i++) {
            model.faster();
        }
        frame();
        assertEquals(TrainingCommand.SetPace.UNLIMITED, session.pace());
    }

    @Test
    void thePaceOfTheSessionIsShown() {
        session.submit(new TrainingCommand.SetPace(10));
        frame();
        assertEquals(10, model.paceProperty().get());
    }

    @Test
    void everyChoiceHasItsName() {
        assertEquals(
                List.of("Full speed", "1,000 steps/s", "100 steps/s", "10 steps/s", "1 step/s"),
                model.choices().stream().map(model::name).toList());
    }
}
