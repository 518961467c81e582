package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.history.ProjectCheckpointSelection;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that was saved and opened again can go back to steps before it was saved. */
@Timeout(300)
class SavedPastTest extends RecordedSession {

    private static final long BETWEEN = 43;

    @TempDir
    private Path projects;

    private final Map<Long, Double> rateChanges = new ConcurrentHashMap<>();

    @BeforeEach
    void open() {
        openStripes();
    }

    @Override
    void afterStep(TrainingRun run, long step) {
        Double rate = rateChanges.remove(step);
        if (rate != null) {
            session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", rate, rate)));
        }
    }

    /** Saves the run, and opens it in a session of its own. */
    private OpenedProject saveAndOpen() throws Exception {
        RunCapture capture = capture();
        Path file = projects.resolve("run.ganvas");
        List<ProjectCheckpoint> past = ProjectCheckpointSelection.withNetworks(session.history(), capture);
        new ProjectStore().save(capture, ProjectExtras.of(past), file);
        OpenedProject opened = new ProjectStore().open(file);
        session.close();
        openStripes();
        session.submit(new TrainingCommand.Restore(opened.run(), opened.checkpoints()));
        pausedAt(capture.state().step());
        return opened;
    }

    private static List<Long> stepsWithNetworks(OpenedProject opened) {
        return opened.checkpoints().stream()
                .filter(checkpoint -> checkpoint.networks() != null)
                .map(ProjectCheckpoint::step)
                .toList();
    }

    @Test
    void everyStepOfThePastIsReachedExactly() throws Exception {
        trainTo(60);
        ScalarCurve before = capture().scalars().read(TrainingScalar.GENERATOR_LOSS, 0, BETWEEN, 1000);
        List<Long> held = stepsWithNetworks(saveAndOpen());
        assertTrue(held.size() > 5 && !held.contains(BETWEEN), held.toString());
        for (long step : new long[] {held.get(3), BETWEEN, 60}) {
            assertTrue(session.history().isRepeatable(step));
            goBackTo(step);
            assertIsAsItWas(step);
        }
        goBackTo(BETWEEN);
        ScalarCurve after = capture().scalars().read(TrainingScalar.GENERATOR_LOSS, 0, BETWEEN, 1000);
        assertArrayEquals(before.low(), after.low());
        assertArrayEquals(before.smooth(), after.smooth(), 1e-9);
        trainTo(60);
        assertIsAsItWas(60);
    }

    @Test
    void stepsAfterAnUnknownChangeAreNotTakenAgain() throws Exception {
        rateChanges.put(41L, 1e-3);
        trainTo(60);
        List<Long> held = stepsWithNetworks(saveAndOpen());
        long complete = held.stream().filter(step -> step <= 41).max(Long::compare).orElseThrow();
        assertFalse(session.history().isRepeatable(BETWEEN));
        session.submit(new TrainingCommand.GoBack(BETWEEN));
        pausedAt(complete);
        assertIsAsItWas(complete);
        goBackTo(held.get(2) + 1);
        assertIsAsItWas(held.get(2) + 1);
        long later = held.stream().filter(step -> step > 41).min(Long::compare).orElseThrow();
        goBackTo(later + 1);
        assertIsAsItWas(later + 1);
        assertEquals(1e-3, rate(later + 1));
    }

    private double rate(long step) {
        TrainingSnapshot there = pausedAt(step);
        return Objects.requireNonNull(there.run())
                .spec()
                .training()
                .generatorOptimizer()
                .learningRate();
    }

    @Test
    void stepsOfOneNetworkAreNotTakenAgain() throws Exception {
        trainTo(40);
        session.submit(new TrainingCommand.Step(Player.DISCRIMINATOR));
        pausedAt(41);
        trainTo(60);
        List<Long> held = stepsWithNetworks(saveAndOpen());
        assertFalse(session.history().isRepeatable(BETWEEN), held.toString());
        assertTrue(session.history().isRepeatable(held.get(1) + 1));
    }

    @Test
    void trainingOnFromAnEarlierStepIsKnownAgain() throws Exception {
        rateChanges.put(41L, 1e-3);
        trainTo(60);
        List<Long> held = stepsWithNetworks(saveAndOpen());
        long complete = held.stream().filter(step -> step <= 41).max(Long::compare).orElseThrow();
        goBackTo(complete);
        states.keySet().removeIf(step -> step > complete);
        trainTo(60);
        assertTrue(session.history().isRepeatable(BETWEEN));
        goBackTo(BETWEEN);
        assertIsAsItWas(BETWEEN);
        assertEquals(RunState.PAUSED, snapshots.until(s -> true).state());
    }
}
