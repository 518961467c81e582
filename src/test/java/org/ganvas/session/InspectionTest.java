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
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.inspect.FeatureMaps;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionRequest.Pick;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Through the session's threads, on points: the quickest networks there are. */
@Timeout(300)
class InspectionTest {

    private final DefaultTrainingSession session = new DefaultTrainingSession(PublishPolicy.SCREEN);
    private final SnapshotWaiter watch = new SnapshotWaiter(session);

    @BeforeEach
    void load() {
        session.submit(new TrainingCommand.Load(
                new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1)));
        watch.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void nobodyLooksUntilSomebodyAsks() {
        session.submit(new TrainingCommand.Step());
        watch.until(s -> s.step() == 1);
        assertNull(session.inside().take());
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("inside") && thread.isAlive()));
    }

    @Test
    void verdictsBelongToTheStepAndChangeWithIt() {
        session.inside().request(InspectionRequest.VERDICTS);
        InspectionResult first = until(look -> look.step() == 0);
        assertEquals(first.generated().count(), first.generatedLogits().length);
        assertEquals(first.real().count(), first.realLogits().length);
        assertTrue(first.layers().isEmpty());
        assertNull(first.maps());
        session.submit(new TrainingCommand.Step());
        InspectionResult second = until(look -> look.step() == 1);
        assertFalse(java.util.Arrays.equals(first.generatedLogits(), second.generatedLogits()));
    }

    @Test
    void layersAreThoseOfTheNetworkAskedFor() {
        session.inside().request(new InspectionRequest(true, Player.GENERATOR, -1, new Pick(true, 0), 0));
        InspectionResult look =
                until(one -> one.player() == Player.GENERATOR && !one.layers().isEmpty());
        int layers = PresetRegistry.get("ring").spec().generator().layers().size();
        assertEquals(layers, look.layers().size());
        assertTrue(look.layers().get(0).hasWeights());
        assertEquals(2, look.layers().get(layers - 1).channels());
    }

    /** The last layer of D gives its logit: what the maps say must be what the verdict says. */
    @Test
    void mapsOfTheLastLayerAreTheVerdictOnThePick() {
        int last = PresetRegistry.get("ring").spec().discriminator().layers().size() - 1;
        session.inside().request(new InspectionRequest(false, Player.DISCRIMINATOR, last, new Pick(true, 3), 0));
        InspectionResult look = until(one -> one.maps() != null);
        FeatureMaps maps = look.maps();
        assertNotNull(maps);
        assertArrayEquals(new float[] {look.generatedLogits()[3]}, maps.values(), 1e-5f);
        session.inside().request(new InspectionRequest(false, Player.DISCRIMINATOR, last, new Pick(false, 5), 0));
        look = until(one -> one.maps() != null && one.maps().values()[0] != maps.values()[0]);
        assertEquals(look.realLogits()[5], look.maps().values()[0], 1e-5f);
    }

    @Test
    void aMomentIsLookedIntoAsItWasAndThePresentAfterwards() {
        session.inside().request(InspectionRequest.VERDICTS);
        InspectionResult first = until(look -> look.step() == 0);
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        TrainerState begin = captured.join().state();
        session.submit(new TrainingCommand.Step());
        InspectionResult live = until(look -> look.step() == 1);
        session.inside().follow(begin);
        InspectionResult then = until(look -> look.step() == 0);
        assertArrayEquals(first.generatedLogits(), then.generatedLogits());
        assertArrayEquals(first.realLogits(), then.realLogits());
        assertArrayEquals(first.generated().pixels(), then.generated().pixels());
        session.submit(new TrainingCommand.Step());
        watch.until(s -> s.step() == 2);
        session.inside().follow(null);
        InspectionResult now = until(look -> true);
        assertEquals(2, now.step(), "what comes after is the present, not a look that waited");
        assertFalse(java.util.Arrays.equals(live.generatedLogits(), now.generatedLogits()));
    }

    @Test
    void theNearestOfARealPointIsItself() {
        session.inside().request(new InspectionRequest(false, Player.DISCRIMINATOR, -1, new Pick(false, 7), 1));
        InspectionResult look =
                until(one -> one.neighbour() != null && one.neighbour().floor() > 0);
        assertEquals(0, look.neighbour().distance(), 1e-6);
        assertArrayEquals(look.neighbour().picture(), look.neighbour().nearest());
    }

    private InspectionResult until(Predicate<InspectionResult> good) {
        while (true) {
            InspectionResult look = session.inside().take();
            if (look != null && good.test(look)) {
                return look;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
