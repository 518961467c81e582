package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class HistoryRecorderTest {

    @TempDir
    Path folder;

    private TrainingLoop session;
    private SnapshotWaiter snapshots;

    @BeforeEach
    void open() {
        // Little memory, so that most of it goes through files.
        HistorySettings settings = new HistorySettings(folder, 40_000, 50_000_000);
        session = new TrainingLoop(
                PublishPolicy.SCREEN,
                ThreadPolicy.always(1),
                settings,
                (id, shape, progress) -> new NamedStripesDataset(id, 100, 4));
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.state() == RunState.READY && s.generated() != null);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void trainTo(long step) {
        session.submit(new TrainingCommand.Start(new StopRule(step, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.state() == RunState.PAUSED
                && s.step() == step
                && s.generated() != null
                && s.generated().step() == step);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private TrainingSnapshot back(long step) {
        session.submit(new TrainingCommand.GoBack(step));
        return snapshots.until(s -> s.state().canStep() && s.step() == step);
    }

    private List<Checkpoint> complete() {
        return session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .toList();
    }

    private static void assertSame(RunCapture expected, RunCapture actual) {
        assertEquals(expected.state().step(), actual.state().step());
        Map<String, float[]> arrays = new HashMap<>();
        expected.state().arrays().forEach(array -> arrays.put(array.name(), array.values()));
        for (NamedArray array : actual.state().arrays()) {
            assertArrayEquals(Objects.requireNonNull(arrays.get(array.name())), array.values(), array.name());
        }
        Map<TrainingScalar, ScalarLog.Saved> curves = expected.scalars().save();
        actual.scalars()
                .save()
                .forEach((metric, curve) -> assertArrayEquals(
                        Objects.requireNonNull(curves.get(metric)).curve().smooth(),
                        curve.curve().smooth(),
                        metric.name()));
    }

    @Test
    void continuingFromAnyCheckpointIsTheOriginalRun() {
        trainTo(60);
        RunCapture original = capture();
        trainTo(90);
        for (long step : new long[] {50, 0, 33}) {
            assertEquals(step, back(step).step());
            trainTo(60);
            assertSame(original, capture());
        }
    }

    @Test
    void laterCheckpointsStayUntilTrainingContinues() {
        trainTo(60);
        RunCapture end = capture();
        long there = back(20).step();
        assertEquals(there, session.scalars().lastStep());
        assertEquals(60, complete().get(complete().size() - 1).step());
        session.submit(new TrainingCommand.GoBack(60));
        snapshots.until(s -> s.step() == 60);
        assertSame(end, capture());
        back(20);
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == there + 1);
        assertTrue(session.history().checkpoints().stream().allMatch(checkpoint -> checkpoint.step() <= there + 1));
    }

    @Test
    void storedGridsAreThoseThatWereShown() throws IOException {
        Map<Long, float[]> shown = new HashMap<>();
        session.submit(new TrainingCommand.Start(new StopRule(3000, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> {
            SampleGrid grid = s.generated();
            if (grid != null) {
                shown.put(grid.step(), grid.pixels());
            }
            return s.state() == RunState.PAUSED && grid != null && grid.step() == 3000;
        });
        int compared = 0;
        for (Checkpoint checkpoint : session.history().checkpoints()) {
            SampleGrid grid = Objects.requireNonNull(session.history().grid(checkpoint));
            assertEquals(checkpoint.step(), grid.step());
            if (shown.containsKey(checkpoint.step())) {
                assertArrayEquals(shown.get(checkpoint.step()), grid.pixels());
                compared++;
            }
        }
        assertTrue(compared > 0, "no stored grid was shown on the way");
    }

    @Test
    void aCheckpointThatWasNotShownIsRenderedAsItWouldHaveBeen() throws IOException {
        trainTo(40);
        session.submit(new TrainingCommand.MarkCheckpoint("here"));
        capture();
        Checkpoint marked = marked().get(0);
        assertEquals("here", marked.mark());
        assertTrue(marked.complete());
        SampleGrid live = shownAgain(40);
        assertArrayEquals(
                live.pixels(),
                Objects.requireNonNull(session.history().grid(marked)).pixels());
    }

    private List<Checkpoint> marked() {
        return session.history().checkpoints().stream()
                .filter(Checkpoint::isMarked)
                .toList();
    }

    @Test
    void anEarlierCheckpointIsMarkedAndUnmarked() {
        trainTo(40);
        Checkpoint first = session.history().checkpoints().get(0);
        session.submit(new TrainingCommand.MarkCheckpoint(first, "start"));
        capture();
        assertEquals(List.of("start"), marked().stream().map(Checkpoint::mark).toList());
        assertEquals(first.step(), marked().get(0).step());
        session.submit(new TrainingCommand.MarkCheckpoint(first, ""));
        capture();
        assertEquals(List.of(), marked());
    }

    @Test
    void aCheckpointThatIsGoneIsNotMarked() {
        trainTo(40);
        session.submit(new TrainingCommand.MarkCheckpoint(new Checkpoint(1, 4711, 0, true, ""), "start"));
        TrainingSnapshot told = snapshots.until(s -> s.notice() != null);
        assertEquals("session.history.gone", told.notice().message().key());
        assertEquals(List.of(), marked());
    }

    private SampleGrid shownAgain(long step) {
        session.submit(new TrainingCommand.SetGrid(10, 10, true));
        return Objects.requireNonNull(snapshots
                .until(s -> s.generated() != null && s.generated().step() == step)
                .generated());
    }

    @Test
    void liveChangesComeBackWithTheirCheckpoint() {
        trainTo(40);
        session.submit(new TrainingCommand.Adjust(TrainingLoopTest.withRates("stripes", 1e-5, 1e-5)));
        trainTo(60);
        RunCapture original = capture();
        double before = TrainingLoopTest.request("stripes")
                .spec()
                .training()
                .generatorOptimizer()
                .learningRate();
        TrainingSnapshot there = back(30);
        assertEquals(before, there.run().spec().training().generatorOptimizer().learningRate());
        session.submit(new TrainingCommand.GoBack(60));
        TrainingSnapshot end = snapshots.until(s -> s.step() == 60);
        assertEquals(1e-5, end.run().spec().training().generatorOptimizer().learningRate());
        assertSame(original, capture());
    }

    @Test
    void withoutACheckpointTheRunStaysAndSaysSo() {
        trainTo(60);
        RunCapture end = capture();
        session.submit(new TrainingCommand.Restore(end));
        snapshots.until(s -> s.run() != null && s.run().number() == 2 && s.step() == 60);
        session.submit(new TrainingCommand.GoBack(10));
        TrainingSnapshot told = snapshots.until(
                s -> s.notice() != null && s.notice().message().english().contains("at or before step 10"));
        assertEquals(60, told.step());
        assertSame(end, capture());
    }

    @Test
    void aNewRunHasAHistoryOfItsOwn() throws IOException {
        trainTo(60);
        Checkpoint old = complete().get(complete().size() - 1);
        session.submit(new TrainingCommand.Reset());
        snapshots.until(s -> s.state() == RunState.READY && s.step() == 0);
        assertTrue(session.history().checkpoints().stream().allMatch(checkpoint -> checkpoint.step() == 0));
        assertNull(session.history().capture(old));
        assertNull(session.history().grid(old));
    }

    @Test
    void nothingStaysOnTheDiskAfterTheEnd() throws IOException {
        trainTo(200);
        assertNotNull(session.history().capture(complete().get(0)));
        session.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
