package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnData;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SettingChange;
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
