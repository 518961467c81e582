package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StepPaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final TrainingLoop session = new TrainingLoop(
            PublishPolicy.SCREEN, ThreadPolicy.always(1), (id, shape, progress) -> new NamedStripesDataset(id, 100, 4));
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void stepsAreDueAtThePaceAndNotAllAtOnceAfterASlowOne() {
        StepPace pace = new StepPace();
        pace.set(10, 0);
        List<Long> taken = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 8; i++) {
            now += pace.waitNanos(now);
            taken.add(now * 10 / SECOND);
            pace.stepStarts(now);
            now += i == 3 ? SECOND : SECOND / 100;
        }
        assertEquals(List.of(0L, 1L, 2L, 3L, 13L, 13L, 14L, 15L), taken);
    }

    @Test
    void withoutALimitEveryStepIsDue() {
        StepPace pace = new StepPace();
        pace.stepStarts(5);
        assertEquals(0, pace.waitNanos(5));
        pace.set(0.5, 7);
        pace.stepStarts(7);
        assertEquals(2 * SECOND, pace.waitNanos(7));
        pace.set(TrainingCommand.SetPace.UNLIMITED, 8);
        assertEquals(0, pace.waitNanos(8));
        assertFalse(pace.showsEachStep(8));
        pace.set(1, 9);
        pace.stepStarts(9);
        assertTrue(pace.showsEachStep(10));
        pace.set(1000, 11);
        pace.stepStarts(11);
        assertFalse(pace.showsEachStep(12));
        assertThrows(IllegalArgumentException.class, () -> new TrainingCommand.SetPace(-1));
        assertThrows(IllegalArgumentException.class, () -> new TrainingCommand.SetPace(Double.NaN));
    }

    /** At this pace the second step is due after a quarter of an hour; commands are carried out at once all the same. */
    @Test
    void commandsInterruptTheWaitForTheNextStep() {
        load();
        session.submit(new TrainingCommand.SetPace(TrainingCommand.SetPace.SLOWEST));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        snapshots.until(s -> s.state() == RunState.RUNNING && s.step() == 1);
        assertEquals(1, capture().state().step());
        session.submit(new TrainingCommand.SetPace(TrainingCommand.SetPace.UNLIMITED));
        snapshots.until(s -> s.step() >= 20);
        session.submit(new TrainingCommand.SetPace(TrainingCommand.SetPace.SLOWEST));
        session.submit(new TrainingCommand.Pause());
        snapshots.until(s -> s.state() == RunState.PAUSED);
    }

    @Test
    void aPacedRunIsTheSameToTheLastBit() {
        float[] fast = weightsAfter(12);
        session.submit(new TrainingCommand.SetPace(500));
        assertArrayEquals(fast, weightsAfter(12));
        assertEquals(500, session.pace());
    }

    private float[] weightsAfter(int steps) {
        load();
        session.submit(new TrainingCommand.Start(new StopRule(steps, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED && s.step() == steps);
        return capture().state().arrays().get(0).values();
    }

    private void load() {
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.state() == RunState.READY && s.run() != null);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
