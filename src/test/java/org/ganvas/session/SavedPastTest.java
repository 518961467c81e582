package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
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

    @BeforeEach
    void open() {
        openStripes();
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
        Set<Long> changed = Set.of(23L, 36L, 47L);
        changed.forEach(step -> rateChanges.put(step, step * 1e-5));
        trainTo(60);
        NavigableSet<Long> held = held();
        long unknown = assertRepeatable(held, step -> changed.contains(step - 1));
        long complete = Objects.requireNonNull(held.floor(unknown));
        session.submit(new TrainingCommand.GoBack(unknown));
        pausedAt(complete);
        assertIsAsItWas(complete);
        goBackTo(held.first() + 1);
        assertIsAsItWas(held.first() + 1);
    }

    @Test
    void stepsOfOneNetworkAreNotTakenAgain() throws Exception {
        trainTo(40);
        for (long step = 41; step <= 48; step++) {
            session.submit(new TrainingCommand.Step(Player.DISCRIMINATOR));
            pausedAt(step);
        }
        trainTo(60);
        assertRepeatable(held(), step -> step > 40 && step <= 48);
    }

    private NavigableSet<Long> held() throws Exception {
        NavigableSet<Long> held = new TreeSet<>(stepsWithNetworks(saveAndOpen()));
        held.add(60L);
        return held;
    }

    /**
     * Checks every step of a run of 60.
     *
     * @param special which steps need more than the state before them
     * @return the last one that cannot be reached
     */
    private long assertRepeatable(NavigableSet<Long> held, LongPredicate special) {
        long unknown = -1;
        for (long step = held.first(); step < 60; step++) {
            long from = Objects.requireNonNull(held.floor(step));
            long to = Objects.requireNonNull(held.higher(step));
            boolean repeatable =
                    step == from || LongStream.rangeClosed(from + 1, to).noneMatch(special);
            assertEquals(repeatable, session.history().isRepeatable(step), step + " of " + held);
            unknown = repeatable ? unknown : step;
        }
        assertTrue(unknown > 0, held.toString());
        return unknown;
    }

    @Test
    void trainingOnFromAnEarlierStepIsKnownAgain() throws Exception {
        rateChanges.put(41L, 1e-3);
        trainTo(60);
        List<Long> held = stepsWithNetworks(saveAndOpen());
        long complete =
                held.stream().filter(step -> step <= 41).max(Long::compare).orElseThrow();
        goBackTo(complete);
        states.keySet().removeIf(step -> step > complete);
        trainTo(60);
        assertTrue(session.history().isRepeatable(BETWEEN));
        goBackTo(BETWEEN);
        assertIsAsItWas(BETWEEN);
        assertEquals(RunState.PAUSED, snapshots.until(s -> true).state());
    }
}
