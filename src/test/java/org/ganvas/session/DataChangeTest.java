package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnData;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other data while a run on 2-D points trains, with the real engine. */
@Timeout(300)
class DataChangeTest {

    private static final int CHANGED = 23;
    private static final PublishPolicy RARE_IMAGES = new PublishPolicy(30, 1e-4);

    @TempDir
    Path folder;

    private final Map<Long, TrainerState> states = new ConcurrentHashMap<>();
    private final Drawing drawing = DrawnData.figure();
    private final DrawnDataset drawn = DrawnDataset.of(drawing);
    private volatile long changeAt = -1;
    private TrainingLoop session;
    private SnapshotWaiter snapshots;

    @BeforeEach
    void open() {
        DrawingLibrary.keep(drawing);
        session = new TrainingLoop(RARE_IMAGES, ThreadPolicy.always(1), HistorySettings.ofWindow(folder, 16));
        session.addListener(new TrainingListener() {
            @Override
            public void onWeights(TrainingRun run, boolean paused) {
                states.putIfAbsent(run.trainer().stepsTaken(), run.trainer().capture());
                if (run.trainer().stepsTaken() == changeAt) {
                    changeAt = -1;
                    session.submit(new TrainingCommand.UseData(run.info().number(), drawn));
                }
            }
        });
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(
                new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1)));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void trainTo(long step) {
        session.submit(new TrainingCommand.Start(new StopRule(step, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == step);
    }

    private void use(Dataset data) {
        int run = snapshots.until(s -> s.run() != null).run().number();
        session.submit(new TrainingCommand.UseData(run, data));
        snapshots.until(s -> s.run() != null && s.run().request().dataId().equals(data.id()));
    }

    private void goBackTo(long step) {
        session.submit(new TrainingCommand.GoBack(step));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == step);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private void assertIsAsItWas(long step) {
        assertSame(Objects.requireNonNull(states.get(step)), capture().state());
    }

    private static void assertSame(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        List<NamedArray> before = expected.arrays();
        for (int i = 0; i < before.size(); i++) {
            NamedArray then = before.get(i);
            assertArrayEquals(then.values(), actual.arrays().get(i).values(), then.name());
        }
    }

    @Test
    void otherDataKeepsTheWeightsAndSetsAFlag() {
        trainTo(CHANGED);
        TrainerState before = capture().state();
        use(drawn);
        RunCapture after = capture();
        assertSame(before, after.state());
        assertEquals(drawing.id(), session.data().id());
        List<SettingChange> flags = after.scalars().changes().read();
        assertEquals(1, flags.size());
        assertEquals("data", flags.get(0).key());
        assertEquals("Ring of 8", flags.get(0).before());
        assertEquals(drawn.name(), flags.get(0).after());
        trainTo(CHANGED + 1);
        TrainerState onDrawing = capture().state();
        goBackTo(CHANGED);
        session.submit(new TrainingCommand.UseData(after.info().number(), ring()));
        trainTo(CHANGED + 1);
        boolean same = Arrays.equals(
                onDrawing.arrays().get(0).values(),
                capture().state().arrays().get(0).values());
        assertFalse(same, "the step depends on the data");
    }

    private static Dataset ring() {
        try {
            return DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goingBackAcrossTheChangeIsExactOnBothSides() {
        trainTo(CHANGED);
        use(drawn);
        trainTo(47);
        goBackTo(CHANGED - 1);
        assertIsAsItWas(CHANGED - 1);
        assertEquals("builtin:ring", session.data().id());
        goBackTo(44);
        assertIsAsItWas(44);
        assertEquals(drawing.id(), session.data().id());
        assertEquals(drawing.id(), capture().info().request().dataId());
        goBackTo(47);
        assertIsAsItWas(47);
    }

    @Test
    void stepsTakenAgainChangeTheDataOnTheWay() {
        changeAt = 41;
        trainTo(60);
        boolean kept = session.history().checkpoints().stream()
                .anyMatch(one -> one.complete() && one.step() > 40 && one.step() <= 43);
        assertFalse(kept, "the way begins before the change");
        goBackTo(43);
        assertIsAsItWas(43);
        assertEquals(drawing.id(), session.data().id());
        goBackTo(60);
        assertIsAsItWas(60);
    }

    @Test
    void aRunThatContinuesFromACaptureTakesTheSameSteps() {
        trainTo(CHANGED);
        use(drawn);
        trainTo(30);
        RunCapture saved = capture();
        trainTo(40);
        session.submit(new TrainingCommand.Restore(saved));
        snapshots.until(s -> s.run() != null && s.run().number() != saved.info().number() && s.step() == 30);
        trainTo(40);
        assertIsAsItWas(40);
        assertNotEquals(saved.info().number(), capture().info().number());
    }

    @Test
    void dataOfAnotherShapeIsRefusedWithAReason() {
        trainTo(3);
        int run = snapshots.until(s -> s.run() != null).run().number();
        session.submit(new TrainingCommand.UseData(run, new NamedStripesDataset("images", 100, 4)));
        snapshots.until(s -> s.notice() != null);
        assertEquals("builtin:ring", capture().info().request().dataId());
        trainTo(4);
    }
}
