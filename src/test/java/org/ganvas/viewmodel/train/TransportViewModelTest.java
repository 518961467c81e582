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
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().run().toggle();
        assertFalse(bench.window.train().run().runningProperty().get());
        bench.frames(1);
        assertTrue(bench.window.train().run().runningProperty().get());
    }

    @Test
    void toggleStartsAndPauses() {
        WindowFixture bench = WindowFixture.trained();
        assertEquals(RunState.PAUSED, bench.window.train().run().stateProperty().get());
        assertEquals(12, bench.window.train().run().stepProperty().get());
    }

    @Test
    void stepTakesOneAndIsRefusedWhileRunning() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().run().step();
        bench.frames(1);
        assertEquals(1, bench.window.train().run().stepProperty().get());
        bench.window.train().run().toggle();
        bench.frames(1);
        bench.window.train().run().step();
        assertEquals(1, bench.count(TrainingCommand.Step.class));
    }

    @Test
    void resetAsksWhenWorkWouldBeLost() {
        WindowFixture bench = WindowFixture.trained();
        bench.prompts.answer(false);
        bench.window.train().run().reset();
        assertEquals(0, bench.count(TrainingCommand.Reset.class));
        bench.prompts.answer(true);
        bench.window.train().run().reset();
        bench.frames(1);
        assertEquals(RunState.READY, bench.window.train().run().stateProperty().get());
        assertEquals(0, bench.window.train().run().stepProperty().get());
        assertEquals(2, bench.prompts.questions().size());
    }

    @Test
    void resetOfAnUntrainedRunDoesNothing() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().run().reset();
        assertEquals(0, bench.count(TrainingCommand.Reset.class));
        assertTrue(bench.prompts.questions().isEmpty());
    }

    @Test
    void failedRunCanBeResetButNotStarted() {
        WindowFixture bench = WindowFixture.trained();
        bench.training.fail("A loss is not a number.");
        bench.frames(1);
        assertFalse(bench.window.train().run().toggleableProperty().get());
        assertTrue(bench.window.train().run().resettableProperty().get());
    }
}
