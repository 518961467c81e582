package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Weights that are set by the user, beside steps, checkpoints and branches of the run. */
@Timeout(300)
class WeightEditTest {

    private static final WeightAddress WEIGHT = new WeightAddress(Player.DISCRIMINATOR, 2, 3, 0);
    private static final WeightAddress BIAS = new WeightAddress(Player.DISCRIMINATOR, 1, WeightAddress.BIAS, 2);
    private static final PublishPolicy RARE_IMAGES = new PublishPolicy(30, 1e-4);

    @TempDir
    Path folder;

    private final Map<Long, TrainerState> states = new ConcurrentHashMap<>();
    private final Map<Long, WeightEdit> due = new ConcurrentHashMap<>();
    private TrainingLoop session;
    private SnapshotWaiter snapshots;
    private int run;

    /** A session that keeps a complete checkpoint every five steps. */
    @BeforeEach
    void open() {
        session = new TrainingLoop(
                RARE_IMAGES,
                ThreadPolicy.always(1),
                HistorySettings.ofWindow(folder, 16),
                (id, shape, progress) -> new NamedStripesDataset(id, 100, 4));
        session.addListener(new TrainingListener() {
            @Override
            public void onWeights(TrainingRun trained, boolean paused) {
                long step = trained.trainer().stepsTaken();
                states.putIfAbsent(step, trained.trainer().capture());
                WeightEdit edit = due.remove(step);
                if (edit != null) {
                    session.submit(new TrainingCommand.SetWeight(run, edit));
                }
            }
        });
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        run = snapshots.until(s -> s.state() == RunState.READY).run().number();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void trainTo(long step) {
        session.submit(new TrainingCommand.Start(new StopRule(step, Double.POSITIVE_INFINITY)));
        pausedAt(step);
    }

    private TrainingSnapshot pausedAt(long step) {
        return snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == step);
    }

    private void set(WeightAddress address, float value) {
        session.submit(new TrainingCommand.SetWeight(run, new WeightEdit(address, value)));
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private static void assertSame(TrainerState expected, TrainerState state) {
        assertEquals(expected.step(), state.step());
        for (int i = 0; i < expected.arrays().size(); i++) {
            NamedArray array = expected.arrays().get(i);
            assertArrayEquals(array.values(), state.arrays().get(i).values(), array.name());
        }
    }

    private void assertIsAsItWas(long step) {
        assertSame(Objects.requireNonNull(states.get(step)), capture().state());
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
        session.submit(new TrainingCommand.GoBack(43));
        pausedAt(43);
        assertIsAsItWas(43);
        session.submit(new TrainingCommand.GoBack(60));
        pausedAt(60);
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
        session.submit(new TrainingCommand.GoBack(20));
        pausedAt(20);
        assertSame(edited, capture().state());
        session.submit(new TrainingCommand.GoBack(23));
        pausedAt(23);
        assertIsAsItWas(23);
    }

    @Test
    void anEditInThePastLeavesTheFutureAsItIsUntilTrainingContinues() {
        trainTo(60);
        session.submit(new TrainingCommand.GoBack(43));
        pausedAt(43);
        set(WEIGHT, 4f);
        session.submit(new TrainingCommand.GoBack(44));
        pausedAt(44);
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
