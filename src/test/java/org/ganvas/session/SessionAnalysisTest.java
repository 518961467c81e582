package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.evaluation.FeatureNetworkProvider;
import org.ganvas.session.run.MetricGoal;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session with doctor and evaluation. */
@Timeout(300)
class SessionAnalysisTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1));
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @AfterEach
    void close() {
        session.close();
    }

    private void load(GanSpec spec) {
        session.startAnalysis(FeatureNetworkProvider.NONE);
        session.submit(new TrainingCommand.Load(new RunRequest("test", spec, "builtin:ring", 1)));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Test
    void trainingPausesWhenItsMetricGoalIsReached() {
        load(RING);
        MetricGoal goal = MetricGoal.parse("high_quality>=0");
        session.submit(new TrainingCommand.Start(new StopRule(Long.MAX_VALUE, Double.POSITIVE_INFINITY, goal)));
        TrainingSnapshot paused = snapshots.until(s -> s.state() == RunState.PAUSED && s.notice() != null);
        assertTrue(
                paused.notice().message().english().contains("high_quality>="),
                paused.notice().message().english());
        assertTrue(session.metrics().lastStep() <= paused.step());
        assertEquals(
                session.metrics().read("js").get(0),
                capture().metrics().read("js").get(0));
    }

    @Test
    void aDivergedRunIsPausedAtItsLastGoodStep() {
        OptimizerSpec steep = OptimizerSpec.sgd(0.5, 0.9);
        load(new GanSpec(
                RING.latentDim(),
                RING.image(),
                0,
                RING.conditioning(),
                RING.generator(),
                RING.discriminator(),
                LossSpec.LEAST_SQUARES,
                new TrainingSpec(64, steep, steep, 0)));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        TrainingSnapshot paused =
                snapshots.until(s -> s.state() == RunState.PAUSED && s.step() > 0 && s.notice() != null);
        assertTrue(
                paused.notice().message().english().contains("nothing is lost"),
                paused.notice().message().english());
        assertTrue(paused.state().canStep());
        assertNotNull(session.diagnosis().reading());
        assertEquals(FailureMode.EXPLOSION, session.diagnosis().reading().failureMode());
        assertEquals(paused.step(), capture().state().step());
    }

    @Test
    void aLiveChangeIsWhatIsSavedAndOneThatNeedsANewStartIsRefused() {
        load(RING);
        GanSpec noisy = RING.with(new Regularizer.InstanceNoise(0.25, 0));
        session.submit(new TrainingCommand.Adjust(noisy));
        snapshots.until(s -> s.run() != null && s.run().spec().equals(noisy));
        assertEquals(noisy, capture().info().spec());
        session.submit(new TrainingCommand.Adjust(noisy.with(new Regularizer.Packing(2))));
        snapshots.until(
                s -> s.notice() != null && s.notice().message().english().contains("the networks"));
        assertEquals(noisy, capture().info().spec());
    }
}
