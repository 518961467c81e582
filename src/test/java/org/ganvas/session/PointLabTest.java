package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.session.lab.StepTracer;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The game on 2-D points through the session's threads: what the lab sees, and steps of one network. */
@Timeout(300)
class PointLabTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final PointBounds AREA = new PointBounds(-2, -1.5, 2, 1.5);

    @TempDir
    Path folder;

    private TrainingLoop session;
    private SnapshotWaiter snapshots;

    @BeforeEach
    void load() {
        session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1), HistorySettings.ofWindow(folder, 64));
        snapshots = new SnapshotWaiter(session);
        session.submit(new TrainingCommand.Load(new RunRequest("ring", RING, "builtin:ring", 1)));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static LabRequest request(Part first, Part... more) {
        return new LabRequest(AREA, 200, 150, EnumSet.of(first, more), false);
    }

    private LabResult until(Predicate<LabResult> good) {
        while (true) {
            LabResult result = session.lab().takeResult();
            if (result != null && good.test(result)) {
                return result;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private TrainerState state() {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        return captured.join().state();
    }

    private void step(TrainingCommand.Step command, long reached) {
        session.submit(command);
        snapshots.until(s -> s.step() == reached && s.state() == RunState.PAUSED);
    }

    private static float[] weightsOf(TrainerState state, Player player) {
        float[] all = new float[0];
        for (NamedArray array : state.arrays()) {
            if (array.name().startsWith(TrainerState.prefix(player.principal()))) {
                int from = all.length;
                all = Arrays.copyOf(all, from + array.values().length);
                System.arraycopy(array.values(), 0, all, from, array.values().length);
            }
        }
        assertTrue(all.length > 0, player + " has no weights");
        return all;
    }

    private static void assertSame(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        List<NamedArray> wanted = expected.arrays();
        assertEquals(wanted.size(), actual.arrays().size());
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(
                    wanted.get(i).values(),
                    actual.arrays().get(i).values(),
                    wanted.get(i).name());
        }
    }

    @Test
    void fieldIsTheDiscriminatorAtEveryPixelAfterACoarseAnswer() {
        session.lab().request(request(Part.FIELD, Part.EVERY_PIXEL));
        LabResult fine = until(r -> r.field() != null && r.field().lattice().columns() == 201);
        LabResult.Field field = fine.field();
        assertNotNull(field);
        assertEquals(151, field.lattice().rows());
        try (DiscriminatorProbe stock = new DiscriminatorProbe(RING)) {
            stock.load(state());
            int some = 1000;
            float[] expected = stock.logits(field.lattice().points(0, some), new int[some]);
            assertArrayEquals(expected, Arrays.copyOf(field.logits(), some), 1e-5f);
        }
    }

    @Test
    void partsAreThoseThatWereRequested() {
        session.lab().request(request(Part.MANIFOLD, Part.FORCES));
        LabResult result = until(r -> r.manifold() != null);
        assertEquals(65 * 65 * 2, result.manifold().corners().length);
        assertEquals(256 * 2, result.forces().places().length);
        assertEquals(null, result.field());
        assertEquals(null, result.optimum());
        assertEquals(2048, result.generated().length);
        session.lab().request(request(Part.OPTIMUM));
        LabResult best = until(r -> r.optimum() != null);
        assertTrue(best.optimum().closedForm());
        // Untrained networks: D sees nothing, and there is a lot to see.
        assertEquals(2 * Math.log(2), best.optimum().loss(), 0.1);
        assertTrue(best.optimum().bestLoss() < 0.7, "best " + best.optimum().bestLoss());
    }

    @Test
    void aStepOfOneNetworkLeavesTheOtherAsItIs() {
        TrainerState begin = state();
        step(new TrainingCommand.Step(Player.DISCRIMINATOR), 1);
        TrainerState afterD = state();
        assertArrayEquals(weightsOf(begin, Player.GENERATOR), weightsOf(afterD, Player.GENERATOR));
        assertFalse(Arrays.equals(weightsOf(begin, Player.DISCRIMINATOR), weightsOf(afterD, Player.DISCRIMINATOR)));
        step(new TrainingCommand.Step(Player.GENERATOR), 2);
        TrainerState afterG = state();
        assertArrayEquals(weightsOf(afterD, Player.DISCRIMINATOR), weightsOf(afterG, Player.DISCRIMINATOR));
        assertFalse(Arrays.equals(weightsOf(afterD, Player.GENERATOR), weightsOf(afterG, Player.GENERATOR)));
    }

    @Test
    void stepsOfAllKindsAreTakenBackOneByOneAndAgain() {
        List<TrainerState> states = new ArrayList<>(List.of(state()));
        List<TrainingCommand.Step> kinds = List.of(
                new TrainingCommand.Step(Player.DISCRIMINATOR),
                new TrainingCommand.Step(),
                new TrainingCommand.Step(Player.GENERATOR),
                new TrainingCommand.Step(Player.DISCRIMINATOR),
                new TrainingCommand.Step());
        for (int i = 0; i < 20; i++) {
            step(kinds.get(i % kinds.size()), i + 1);
            states.add(state());
        }
        for (int at = 19; at >= 0; at--) {
            session.submit(new TrainingCommand.GoBack(at));
            int reached = at;
            snapshots.until(s -> s.step() == reached && s.state() != RunState.RUNNING);
            assertSame(states.get(at), state());
        }
        session.submit(new TrainingCommand.GoBack(17));
        snapshots.until(s -> s.step() == 17 && s.state() == RunState.PAUSED);
        assertSame(states.get(17), state());
    }

    @Test
    void aRecordedStepIsThePlainOneToTheLastBit() {
        for (int i = 1; i <= 3; i++) {
            step(new TrainingCommand.Step(), i);
        }
        TrainerState plain = state();
        session.submit(new TrainingCommand.GoBack(2));
        snapshots.until(s -> s.step() == 2 && s.state() == RunState.PAUSED);
        TrainerState before = state();
        CompletableFuture<StepTrace> answer = new CompletableFuture<>();
        step(new TrainingCommand.Step(null, answer), 3);
        assertSame(plain, state());
        StepTrace trace = answer.join();
        assertEquals(3, trace.step());
        StepTrace.DiscriminatorHalf d = trace.discriminator();
        StepTrace.GeneratorHalf g = trace.generator();
        assertNotNull(d);
        assertNotNull(g);
        int batch = RING.training().batch();
        assertEquals(batch, d.realBefore().length);
        assertArrayEquals(d.fake(), g.before(), "both networks use the same generated points");
        try (DiscriminatorProbe old = new DiscriminatorProbe(RING);
                DiscriminatorProbe updated = new DiscriminatorProbe(RING)) {
            old.load(before);
            updated.load(plain);
            assertArrayEquals(old.logits(d.real(), new int[batch]), d.realBefore(), 1e-5f);
            assertArrayEquals(updated.logits(d.real(), new int[batch]), d.realAfter(), 1e-5f);
            assertArrayEquals(updated.logits(g.before(), new int[batch]), g.logits(), 1e-5f);
            assertArrayEquals(
                    old.logits(
                            trace.field().lattice().points(),
                            new int[trace.field().lattice().size()]),
                    trace.field().before(),
                    1e-6f);
        }
        assertFalse(Arrays.equals(g.before(), g.after()));
        assertTrue(d.lossAfter() < trace.report().discriminatorLoss(), "a small step lowers D's loss on its batch");
    }

    @Test
    void onlyGamesOnPointsHaveARecord() {
        assertTrue(StepTracer.records(RING));
        assertFalse(StepTracer.records(PresetRegistry.get("minute").spec()));
    }
}
