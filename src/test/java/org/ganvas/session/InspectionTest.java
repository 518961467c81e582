package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.EncoderProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.inspect.FeatureMaps;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionRequest.Selection;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.PointField;
import org.ganvas.session.inspect.PointFieldRequest;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inspection through the session's threads, on 2-D points, which have the fastest networks. */
@Timeout(300)
class InspectionTest {

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @BeforeEach
    void load() {
        session.submit(new TrainingCommand.Load(
                new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1)));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void nothingIsInspectedBeforeTheFirstRequest() {
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == 1);
        assertNull(session.inspector().takeResult());
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("inspector") && thread.isAlive()));
    }

    @Test
    void scoresBelongToTheStepAndChangeWithIt() {
        session.inspector().request(InspectionRequest.SCORES_ONLY);
        InspectionResult first = until(result -> result.step() == 0);
        assertEquals(first.generated().count(), first.generatedLogits().length);
        assertEquals(first.real().count(), first.realLogits().length);
        assertTrue(first.layers().isEmpty());
        assertNull(first.maps());
        session.submit(new TrainingCommand.Step());
        InspectionResult second = until(result -> result.step() == 1);
        assertFalse(java.util.Arrays.equals(first.generatedLogits(), second.generatedLogits()));
    }

    @Test
    void layersAreThoseOfTheRequestedNetwork() {
        session.inspector()
                .request(new InspectionRequest(true, false, Player.GENERATOR, -1, new Selection(true, 0), 0, null));
        InspectionResult result =
                until(one -> one.player() == Player.GENERATOR && !one.layers().isEmpty());
        int layers = PresetRegistry.get("ring").spec().generator().layers().size();
        assertEquals(layers, result.layers().size());
        assertTrue(result.layers().get(0).hasWeights());
        assertEquals(2, result.layers().get(layers - 1).channels());
    }

    /** The last layer of D gives its logit, so its map must equal the score. */
    @Test
    void mapsOfTheLastLayerAreTheLogitOfTheSelectedImage() {
        int last = PresetRegistry.get("ring").spec().discriminator().layers().size() - 1;
        session.inspector()
                .request(new InspectionRequest(
                        false, false, Player.DISCRIMINATOR, last, new Selection(true, 3), 0, null));
        InspectionResult result = until(one -> one.maps() != null);
        FeatureMaps maps = result.maps();
        assertNotNull(maps);
        assertArrayEquals(new float[] {result.generatedLogits()[3]}, maps.values(), 1e-5f);
        session.inspector()
                .request(new InspectionRequest(
                        false, false, Player.DISCRIMINATOR, last, new Selection(false, 5), 0, null));
        result = until(one -> one.maps() != null && one.maps().values()[0] != maps.values()[0]);
        assertEquals(result.realLogits()[5], result.maps().values()[0], 1e-5f);
    }

    /** D of a game with the encoder sees images with their latents, real ones with those of the encoder. */
    @Test
    void pairsOfAnEncoderInTheGameAreInspected() {
        GanSpec spec = PresetRegistry.get("bigan").spec();
        session.submit(new TrainingCommand.Load(new RunRequest("bigan", spec, DatasetEntry.DOODLES, 1)));
        snapshots.until(s ->
                s.state() == RunState.READY && s.run() != null && s.run().spec().equals(spec));
        int last = spec.discriminator().layers().size() - 1;
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        try (DiscriminatorProbe discriminator = new DiscriminatorProbe(spec);
                EncoderProbe encoder = new EncoderProbe(spec)) {
            discriminator.load(captured.join().state());
            encoder.load(captured.join().state());
            session.inspector()
                    .request(new InspectionRequest(
                            false, false, Player.DISCRIMINATOR, last, new Selection(false, 5), 0, null));
            InspectionResult result =
                    until(one -> one.maps() != null && one.real().shape().equals(spec.image()));
            float[] real = result.real().pixels();
            float[] pairs = discriminator.logits(real, new int[result.real().count()], encoder.encode(real));
            assertArrayEquals(pairs, result.realLogits(), 1e-5f);
            assertArrayEquals(new float[] {pairs[5]}, result.maps().values(), 1e-5f);
        }
    }

    @Test
    void aCheckpointIsInspectedAndThePresentAfterwards() {
        session.inspector().request(InspectionRequest.SCORES_ONLY);
        InspectionResult first = until(result -> result.step() == 0);
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        RunCapture start = captured.join();
        CheckpointWeights begin = new CheckpointWeights(start.info().spec(), start.state());
        session.submit(new TrainingCommand.Step());
        InspectionResult live = until(result -> result.step() == 1);
        session.inspector().useCheckpoint(begin);
        InspectionResult then = until(result -> result.step() == 0);
        assertArrayEquals(first.generatedLogits(), then.generatedLogits());
        assertArrayEquals(first.realLogits(), then.realLogits());
        assertArrayEquals(first.generated().pixels(), then.generated().pixels());
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == 2);
        session.inspector().useCheckpoint(null);
        InspectionResult now = until(result -> true);
        assertEquals(2, now.step(), "what comes after is the present, not a look that waited");
        assertFalse(java.util.Arrays.equals(live.generatedLogits(), now.generatedLogits()));
    }

    /** The field interpolates D's own logits, in the lattice's layout, and its arrows start at the generated points. */
    @Test
    void fieldIsTheDiscriminatorOfThePlane() {
        PointFieldRequest wanted = new PointFieldRequest(new PointBounds(-3, -2, 3, 2), 301, 201, 5);
        session.inspector()
                .request(new InspectionRequest(
                        false, false, Player.DISCRIMINATOR, -1, new Selection(true, 0), 0, wanted));
        InspectionResult result = until(one -> one.field() != null);
        PointField field = result.field();
        assertNotNull(field);
        assertEquals(301 * 201, field.logits().length);
        assertEquals(0, field.neutral());
        assertEquals(10, field.places().length);
        assertEquals(10, field.forces().length);
        float[] points = result.real().pixels();
        int inside = 0;
        for (int i = 0; i < result.realLogits().length; i++) {
            double at = field.at(points[2 * i], points[2 * i + 1]);
            if (!Double.isNaN(at)) {
                inside++;
                assertEquals(result.realLogits()[i], at, 2e-3);
            }
        }
        assertTrue(inside > 100, inside + " points inside");
        assertTrue(Double.isNaN(field.at(3.1, 0)));
    }

    @Test
    void theNearestOfARealPointIsItself() {
        session.inspector()
                .request(new InspectionRequest(
                        false, false, Player.DISCRIMINATOR, -1, new Selection(false, 7), 1, null));
        InspectionResult result =
                until(one -> one.nearest() != null && one.nearest().typicalDistance() > 0);
        assertEquals(0, result.nearest().distance(), 1e-6);
        assertArrayEquals(result.nearest().image(), result.nearest().nearest());
    }

    private InspectionResult until(Predicate<InspectionResult> good) {
        while (true) {
            InspectionResult result = session.inspector().takeResult();
            if (result != null && good.test(result)) {
                return result;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
