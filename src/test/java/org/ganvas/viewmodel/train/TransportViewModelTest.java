package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class TransportViewModelTest {

    @Test
    void buttonFollowsTheSnapshotNotTheClick() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().run().toggle();
        assertFalse(window.window.train().run().runningProperty().get());
        window.frames(1);
        assertTrue(window.window.train().run().runningProperty().get());
    }

    @Test
    void toggleStartsAndPauses() {
        WindowFixture window = WindowFixture.trained();
        assertEquals(
                RunState.PAUSED, window.window.train().run().stateProperty().get());
        assertEquals(12, window.window.train().run().stepProperty().get());
    }

    @Test
    void stepTakesOneAndIsRefusedWhileRunning() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().run().step();
        window.frames(1);
        assertEquals(1, window.window.train().run().stepProperty().get());
        window.window.train().run().toggle();
        window.frames(1);
        window.window.train().run().step();
        assertEquals(1, window.count(TrainingCommand.Step.class));
    }

    @Test
    void resetAsksWhenWorkWouldBeLost() {
        WindowFixture window = WindowFixture.trained();
        window.prompts.answer(false);
        window.window.train().run().reset();
        assertEquals(0, window.count(TrainingCommand.Reset.class));
        window.prompts.answer(true);
        window.window.train().run().reset();
        window.frames(1);
        assertEquals(RunState.READY, window.window.train().run().stateProperty().get());
        assertEquals(0, window.window.train().run().stepProperty().get());
        assertEquals(2, window.prompts.questions().size());
    }

    @Test
    void resetOfAnUntrainedRunDoesNothing() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().run().reset();
        assertEquals(0, window.count(TrainingCommand.Reset.class));
        assertTrue(window.prompts.questions().isEmpty());
    }

    @Test
    void failedRunCanBeResetButNotStarted() {
        WindowFixture window = WindowFixture.trained();
        window.training.fail("A loss is not a number.");
        window.frames(1);
        assertFalse(window.window.train().run().toggleableProperty().get());
        assertTrue(window.window.train().run().resettableProperty().get());
    }
}
