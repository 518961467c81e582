package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
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
    void aSecondClickBeforeTheAnswerAsksNothingMore() {
        WindowFixture window = WindowFixture.ready();
        TransportViewModel run = window.window.train().run();
        run.toggle();
        run.toggle();
        assertEquals(1, window.count(TrainingCommand.Start.class));
        window.frames(2);
        run.toggle();
        run.toggle();
        run.pause();
        assertEquals(1, window.count(TrainingCommand.Pause.class));
        window.frames(1);
        assertEquals(RunState.PAUSED, run.stateProperty().get());
        run.toggle();
        window.frames(1);
        assertEquals(RunState.RUNNING, run.stateProperty().get());
        run.toggle();
        assertEquals(2, window.count(TrainingCommand.Pause.class));
    }

    @Test
    void aRunThatStepsOnBeforeItPausesIsNotAskedToPauseTwice() {
        FakeTrainingSession session = new FakeTrainingSession(0);
        TransportViewModel run = opened(session);
        session.submit(load());
        frames(session, run, 2);
        run.toggle();
        frames(session, run, 1);
        TrainingSnapshot before = Objects.requireNonNull(session.takeSnapshot());
        run.toggle();
        run.onSnapshot(before);
        run.toggle();
        assertEquals(
                1,
                session.submitted().stream()
                        .filter(TrainingCommand.Pause.class::isInstance)
                        .count());
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

    @Test
    void aStartWhileDataIsReadWaitsForIt() {
        FakeTrainingSession session = new FakeTrainingSession(2);
        TransportViewModel run = loading(session);
        run.toggle();
        assertEquals("start.waiting", run.startTextProperty().get());
        run.toggle();
        assertEquals("start.title", run.startTextProperty().get());
        run.toggle();
        frames(session, run, 2);
        assertEquals(1, starts(session));
        frames(session, run, 1);
        assertEquals("pause.title", run.startTextProperty().get());
    }

    @Test
    void aStartBeforeTheFirstRunIsEvenBeingLoadedWaitsForIt() {
        FakeTrainingSession session = new FakeTrainingSession(2);
        TransportViewModel run = opened(session);
        run.toggle();
        assertEquals("start.waiting", run.startTextProperty().get());
        frames(session, run, 2);
        assertEquals("start.waiting", run.startTextProperty().get());
        session.submit(load());
        frames(session, run, 4);
        assertEquals(1, starts(session));
        assertEquals("pause.title", run.startTextProperty().get());
    }

    @Test
    void aStartAfterTheFirstRunCouldNotBeLoadedWaitsForNothing() {
        FakeTrainingSession session = new FakeTrainingSession(2);
        TransportViewModel run = opened(session);
        run.toggle();
        session.refuseNextLoad("There are no images.");
        session.submit(load());
        frames(session, run, 4);
        assertEquals(RunState.EMPTY, run.stateProperty().get());
        assertEquals("start.title", run.startTextProperty().get());
        run.toggle();
        assertEquals("start.title", run.startTextProperty().get());
        assertEquals(0, starts(session));
    }

    private static TransportViewModel opened(FakeTrainingSession session) {
        TransportViewModel run =
                new TransportViewModel(session, (key, agreed) -> agreed.run(), () -> StopRule.NEVER, () -> true);
        frames(session, run, 1);
        return run;
    }

    @Test
    void aLoadThatIsCancelledOrFailsStartsNothing() {
        FakeTrainingSession session = new FakeTrainingSession(2);
        TransportViewModel run = loading(session);
        frames(session, run, 4);
        assertEquals(RunState.READY, run.stateProperty().get());
        session.submit(load());
        frames(session, run, 1);
        run.toggle();
        session.submit(new TrainingCommand.CancelLoad());
        frames(session, run, 4);
        session.refuseNextLoad("There are no images.");
        session.submit(load());
        frames(session, run, 1);
        run.toggle();
        frames(session, run, 4);
        assertEquals(RunState.READY, run.stateProperty().get());
        assertEquals("start.title", run.startTextProperty().get());
        assertEquals(0, starts(session));
    }

    private static TransportViewModel loading(FakeTrainingSession session) {
        TransportViewModel run = opened(session);
        session.submit(load());
        frames(session, run, 1);
        assertEquals(RunState.LOADING, run.stateProperty().get());
        return run;
    }

    private static TrainingCommand load() {
        return new TrainingCommand.Load(
                new RunRequest("minute", PresetRegistry.get("minute").spec(), DatasetEntry.DOODLES, 1));
    }

    private static void frames(FakeTrainingSession session, TransportViewModel run, int count) {
        for (int i = 0; i < count; i++) {
            run.onSnapshot(session.takeSnapshot());
        }
    }

    private static long starts(FakeTrainingSession session) {
        return session.submitted().stream()
                .filter(TrainingCommand.Start.class::isInstance)
                .count();
    }
}
