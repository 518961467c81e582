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
        window.shell.run().toggle();
        assertFalse(window.shell.run().runningProperty().get());
        window.frames(1);
        assertTrue(window.shell.run().runningProperty().get());
    }

    @Test
    void toggleStartsAndPauses() {
        WindowFixture window = WindowFixture.trained();
        assertEquals(RunState.PAUSED, window.shell.run().stateProperty().get());
        assertEquals(12, window.shell.run().stepProperty().get());
    }

    @Test
    void stepTakesOneAndIsRefusedWhileRunning() {
        WindowFixture window = WindowFixture.ready();
        window.shell.run().step();
        window.frames(1);
        assertEquals(1, window.shell.run().stepProperty().get());
        window.shell.run().toggle();
        window.frames(1);
        window.shell.run().step();
        assertEquals(1, window.count(TrainingCommand.Step.class));
    }

    @Test
    void resetAsksWhenWorkWouldBeLost() {
        WindowFixture window = WindowFixture.trained();
        window.prompts.answer(false);
        window.shell.run().reset();
        assertEquals(0, window.count(TrainingCommand.Reset.class));
        window.prompts.answer(true);
        window.shell.run().reset();
        window.frames(1);
        assertEquals(RunState.READY, window.shell.run().stateProperty().get());
        assertEquals(0, window.shell.run().stepProperty().get());
        assertEquals(2, window.prompts.questions().size());
    }

    @Test
    void resetOfAnUntrainedRunDoesNothing() {
        WindowFixture window = WindowFixture.ready();
        window.shell.run().reset();
        assertEquals(0, window.count(TrainingCommand.Reset.class));
        assertTrue(window.prompts.questions().isEmpty());
    }

    @Test
    void failedRunCanBeResetButNotStarted() {
        WindowFixture window = WindowFixture.trained();
        window.training.fail("A loss is not a number.");
        window.frames(1);
        assertFalse(window.shell.run().toggleableProperty().get());
        assertTrue(window.shell.run().resettableProperty().get());
    }
}
