package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SettingChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Weights that are set by the user, beside steps, checkpoints and branches of the run. */
@Timeout(300)
class WeightEditTest extends RecordedSession {

    private static final WeightAddress WEIGHT = new WeightAddress(Player.DISCRIMINATOR, 2, 3, 0);
    private static final WeightAddress BIAS = new WeightAddress(Player.DISCRIMINATOR, 1, WeightAddress.BIAS, 2);

    private final Map<Long, WeightEdit> due = new ConcurrentHashMap<>();
    private int run;

    @BeforeEach
    void open() {
        openStripes();
        run = snapshots.until(s -> s.state() == RunState.READY).run().number();
    }

    @Override
    void afterStep(TrainingRun trained, long step) {
        WeightEdit edit = due.remove(step);
        if (edit != null) {
            session.submit(new TrainingCommand.SetWeight(run, edit));
        }
    }

    private void set(WeightAddress address, float value) {
        session.submit(new TrainingCommand.SetWeight(run, new WeightEdit(address, value)));
    }

    @Test
    void aWeightOfAPausedRunIsSetAndNothingElseChanges() {
        trainTo(20);
        TrainerState before = capture().state();
        set(WEIGHT, 1.25f);
        set(BIAS, -0.5f);
        TrainerState after = capture().state();
        for (int i = 0; i < before.arrays().size(); i++) {
            float[] expected = before.arrays().get(i).values().clone();
            String name = before.arrays().get(i).name();
            if (name.equals("discriminator/2.dense/weight")) {
                expected[3] = 1.25f;
            } else if (name.equals("discriminator/0.dense/bias")) {
                expected[2] = -0.5f;
            }
            assertArrayEquals(expected, after.arrays().get(i).values(), name);
        }
    }

    @Test
    void weightsThatWereSetOnTheWayAreSetAgain() {
        due.putAll(
                Map.of(41L, new WeightEdit(WEIGHT, 2f), 42L, new WeightEdit(BIAS, -1f), 50L, new WeightEdit(BIAS, 3f)));
        trainTo(60);
        assertFalse(session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .anyMatch(one -> one.step() == 43));
        goBackTo(43);
        assertIsAsItWas(43);
        goBackTo(60);
        assertIsAsItWas(60);
    }

    @Test
    void oneStepBackLandsAfterTheEditAndTheStepIsTheSameAgain() {
        trainTo(20);
        set(WEIGHT, 1.5f);
        TrainerState edited = capture().state();
        session.submit(new TrainingCommand.Step());
        TrainerState next = capture().state();
        session.submit(new TrainingCommand.GoBack(20));
        assertSame(edited, capture().state());
        session.submit(new TrainingCommand.Step());
        assertSame(next, capture().state());
    }

    @Test
    void anEditAtACheckpointThatIsThereAlreadyCountsToo() {
        trainTo(20);
        session.submit(new TrainingCommand.MarkCheckpoint("before"));
        set(WEIGHT, 1.5f);
        TrainerState edited = capture().state();
        trainTo(23);
        goBackTo(20);
        assertSame(edited, capture().state());
        goBackTo(23);
        assertIsAsItWas(23);
    }

    @Test
    void anEditInThePastLeavesTheFutureAsItIsUntilTrainingContinues() {
        trainTo(60);
        goBackTo(43);
        set(WEIGHT, 4f);
        goBackTo(44);
        assertIsAsItWas(44);
    }

    @Test
    void aRestoredRunContinuesWithTheEditToTheLastBit() {
        trainTo(20);
        set(WEIGHT, 1.5f);
        RunCapture saved = capture();
        trainTo(30);
        TrainerState expected = capture().state();
        session.submit(new TrainingCommand.Restore(saved));
        pausedAt(20);
        trainTo(30);
        assertSame(expected, capture().state());
    }

    @Test
    void theEditIsLoggedBesideTheScalarsAndVanishesWhenItIsSetBack() {
        trainTo(20);
        float before = Objects.requireNonNull(states.get(20L)).arrays().stream()
                .filter(array -> array.name().equals("discriminator/2.dense/weight"))
                .findFirst()
                .orElseThrow()
                .values()[3];
        set(WEIGHT, 1.5f);
        capture();
        List<SettingChange> changes = session.scalars().changes().read();
        assertEquals(1, changes.size());
        assertEquals(WEIGHT, WeightAddress.ofKey(changes.get(0).key()));
        assertEquals(Float.toString(before), changes.get(0).before());
        assertEquals("1.5", changes.get(0).after());
        set(WEIGHT, before);
        capture();
        assertEquals(List.of(), session.scalars().changes().read());
    }

    @Test
    void aWeightThatThereIsNotIsRefusedWithAReason() {
        set(new WeightAddress(Player.DISCRIMINATOR, 3, 0, 0), 1);
        assertEquals("engine.weight.none", notice());
        set(new WeightAddress(Player.DISCRIMINATOR, 1, 16 + 2, 0), 1);
        assertEquals("engine.weight.none", notice());
        set(new WeightAddress(Player.GENERATOR, 1, 0, 16), 1);
        assertEquals("engine.weight.none", notice());
        run++;
        set(WEIGHT, 1);
        assertEquals("session.refused.weightOfOtherRun", notice());
    }

    private String notice() {
        TrainingSnapshot told = snapshots.until(s -> s.notice() != null);
        return Objects.requireNonNull(told.notice()).message().key();
    }

    @Test
    void valuesThatAreNotFiniteAreNoWeights() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new WeightEdit(WEIGHT, value));
        }
    }
}
