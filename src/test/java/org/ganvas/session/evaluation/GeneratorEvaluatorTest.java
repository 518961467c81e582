package org.ganvas.session.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.MovedPoints;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.message.Message;
import org.ganvas.session.run.MetricLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorEvaluatorTest {

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    /** Features are the ink in sixteen squares of an image, so that nothing has to be trained. */
    private static final class Pixels implements FeatureNetwork {
        private static final int FEATURES = 16;
        private final int pixels;

        Pixels(int pixels) {
            this.pixels = pixels;
        }

        @Override
        public Output forward(float[] images) {
            int count = images.length / pixels;
            float[] features = new float[count * FEATURES];
            float[] logits = new float[count * classCount()];
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < pixels; k++) {
                    features[i * FEATURES + k / 196 * 4 + k % 28 / 7] += images[i * pixels + k];
                }
                logits[i * classCount() + Math.floorMod((int) features[i * FEATURES + 5], classCount())] = 3;
            }
            return new Output(features, logits);
        }

        @Override
        public int featureCount() {
            return FEATURES;
        }

        @Override
        public int classCount() {
            return 10;
        }

        @Override
        public boolean classifiesData() {
            return true;
        }

        @Override
        public void close() {
            // Only arrays.
        }
    }

    private static MetricLog evaluated(String preset, String id, int steps) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        MetricLog log = new MetricLog();
        AtomicReference<@Nullable Message> failed = new AtomicReference<>();
        FeatureNetworkProvider networks =
                (training, heldOut, progress) -> new Pixels(spec.image().size());
        try (GameTrainer trainer = new GameTrainer(spec, data, 1);
                EvaluationTask task = new EvaluationTask(spec, data, 1, networks, log, listener(failed))) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            PlayerWeights weights = trainer.newRenderedWeights();
            trainer.copyWeights(weights, true);
            task.process(weights, 2.5, (busy, share) -> true);
        }
        assertNull(failed.get());
        return log;
    }

    private static EvaluationTask.Listener listener(AtomicReference<@Nullable Message> failed) {
        return new EvaluationTask.Listener() {
            @Override
            public void onEvaluated() {
                // The log is read afterwards.
            }

            @Override
            public void onProgress(EvaluationProgress progress) {
                // Tested in EvaluationTaskTest.
            }

            @Override
            public void onFailed(Message reason) {
                failed.set(reason);
            }
        };
    }

    private static MetricLog.MetricValue only(MetricLog log, String id) {
        assertEquals(1, log.read(id).size(), id);
        return log.read(id).get(0);
    }

    @Test
    void pointsAreEvaluatedByTheirModesEachMetricWithItsFloor() throws Exception {
        MetricLog log = evaluated("ring", "builtin:ring", 3);
        assertEquals(3, log.lastStep());
        MetricLog.MetricValue modes = only(log, "modes_captured");
        assertEquals(2.5, modes.trainedSeconds());
        assertEquals(8, modes.floor());
        assertTrue(modes.value() < 8, "an untrained generator finds " + modes.value());
        MetricLog.MetricValue quality = only(log, "high_quality");
        assertEquals(0.989, quality.floor(), 0.01);
        MetricLog.MetricValue js = only(log, "js");
        assertTrue(js.value() > 5 * js.floor(), js.toString());
        assertEquals(Set.of("modes_captured", "high_quality", "js", "kl", "sliced_w1", "sliced_w2"), without(log));
    }

    /** Reverse KL is no number without a point of high quality. */
    private static Set<String> without(MetricLog log) {
        return log.ids().stream().filter(id -> !id.equals("reverse_kl")).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void imagesAreEvaluatedThroughTheNetworkEachMetricWithItsFloor() throws Exception {
        MetricLog log = evaluated("minute", DatasetEntry.DOODLES, 1);
        MetricLog.MetricValue distance = only(log, "classifier_frechet");
        assertTrue(distance.floor() >= 0 && distance.value() > 10 * distance.floor(), distance.toString());
        assertTrue(only(log, "coverage").floor() > 0.9);
        assertTrue(only(log, "coverage").value() < 0.5);
        assertTrue(log.ids().contains("right_class"), "a conditional generator is asked for classes");
        assertEquals(13, log.ids().size());
    }

    @Test
    void theFloorIsThatOfRealSamplesAndNotZero() throws Exception {
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        PointEvaluator evaluator = new PointEvaluator(
                ring,
                Optional.of(DatasetRegistry.openTest("builtin:ring", ProgressListener.NONE)
                        .orElseThrow()));
        try (GeneratorProbe probe =
                new GeneratorProbe(PresetRegistry.get("ring").spec())) {
            for (GeneratorEvaluator.Result result : evaluator.evaluate(probe, SimilarityTransform.IDENTITY)) {
                assertTrue(result.floor() > 0 || result.id().equals("reverse_kl"), result.toString());
            }
        }
    }

    /** Moved data with its held-out points is evaluated as a dataset that lies there. */
    @Test
    void realPointsAreWhereTheDataIs() throws Exception {
        SimilarityTransform place = SimilarityTransform.scaling(1.5).then(SimilarityTransform.translation(0.4, -0.2));
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        Dataset test =
                DatasetRegistry.openTest("builtin:ring", ProgressListener.NONE).orElseThrow();
        PointEvaluator there =
                new PointEvaluator(MovedPoints.of(ring, place), Optional.of(MovedPoints.of(test, place)));
        PointEvaluator follows = new PointEvaluator(ring, Optional.of(test));
        try (GeneratorProbe probe =
                new GeneratorProbe(PresetRegistry.get("ring").spec())) {
            List<GeneratorEvaluator.Result> still = follows.evaluate(probe, SimilarityTransform.IDENTITY);
            assertEquals(there.evaluate(probe, SimilarityTransform.IDENTITY), follows.evaluate(probe, place));
            assertEquals(still, follows.evaluate(probe, SimilarityTransform.IDENTITY));
        }
    }
}
