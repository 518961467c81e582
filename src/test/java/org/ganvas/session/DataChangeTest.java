package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnData;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other data while a run on 2-D points trains, with the real engine. */
@Timeout(300)
class DataChangeTest extends RecordedSession {

    private static final int CHANGED = 23;

    private final Drawing drawing = DrawnData.figure();
    private final DrawnDataset drawn = DrawnDataset.of(drawing);
    private volatile long changeAt = -1;

    @BeforeEach
    void open() {
        DrawingLibrary.keep(drawing);
        open(RARE_IMAGES, new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1));
    }

    @Override
    void afterStep(TrainingRun run, long step) {
        if (step == changeAt) {
            changeAt = -1;
            session.submit(new TrainingCommand.UseData(run.info().number(), drawn));
        }
    }

    private void use(Dataset data) {
        int run = snapshots.until(s -> s.run() != null).run().number();
        session.submit(new TrainingCommand.UseData(run, data));
        snapshots.until(s -> s.run() != null && s.run().request().dataId().equals(data.id()));
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

    /** Real points, the best D and its density are of the data of the step, as long as that is known. */
    @Test
    void pastStepsAreSeenWithTheDataThatTheyWereTrainedOn() throws Exception {
        trainTo(CHANGED);
        use(drawn);
        trainTo(47);
        List<Checkpoint> kept = session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .toList();
        Checkpoint early =
                kept.stream().filter(one -> one.step() < CHANGED).findFirst().orElseThrow();
        Checkpoint late = kept.get(kept.size() - 1);
        assertTrue(late.step() > CHANGED);
        TrainedData ofRing = Objects.requireNonNull(session.history().data(early));
        assertEquals("builtin:ring", ofRing.id());
        assertEquals(
                "builtin:ring",
                Objects.requireNonNull(session.history().dataset(ofRing)).id());
        assertEquals(
                drawing.id(),
                Objects.requireNonNull(session.history().data(late)).id());
        session.lab()
                .request(new LabRequest(
                        new PointBounds(-2, -2, 2, 2), 100, 100, Set.of(LabRequest.Part.OPTIMUM), false));
        LabResult now = look(47);
        assertOn(drawn, now);
        session.lab().useCheckpoint(CheckpointWeights.of(session.history().capture(early)));
        LabResult then = look(early.step());
        assertTrue(then.real().ofStep());
        assertOn(ring(), then);
        RunCapture capture = Objects.requireNonNull(session.history().capture(early));
        session.lab()
                .useCheckpoint(new CheckpointWeights(
                        capture.info().spec(),
                        capture.state(),
                        new TrainedData("drawn:0", "Drawing 0000", PointTransform.IDENTITY)));
        LabResult unknown = look(early.step());
        assertFalse(unknown.real().ofStep());
        assertOn(drawn, unknown);
    }

    private LabResult look(long step) {
        while (true) {
            LabResult result = session.lab().takeResult();
            if (result != null && result.step() == step && result.optimum() != null) {
                return result;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Each real point is one of the data, and the density of the best D is that of the data there. */
    private static void assertOn(Dataset data, LabResult result) {
        Set<Long> all = new HashSet<>();
        float[] point = new float[2];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, point, 0);
            all.add(bits(point[0], point[1]));
        }
        float[] shown = result.real().points();
        assertEquals(2048, shown.length);
        for (int i = 0; i < shown.length; i += 2) {
            assertTrue(all.contains(bits(shown[i], shown[i + 1])), "a point of " + data.name());
        }
        DiscriminatorOptimum optimum = Objects.requireNonNull(result.optimum());
        assertArrayEquals(
                data.density().orElseThrow().densities(optimum.lattice(), optimum.width()), optimum.real(), 1e-4f);
    }

    private static long bits(float x, float y) {
        return (long) Float.floatToIntBits(x) << 32 | Float.floatToIntBits(y) & 0xFFFFFFFFL;
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
