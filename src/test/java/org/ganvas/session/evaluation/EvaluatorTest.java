package org.ganvas.session.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.Progress;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.session.run.MetricLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    /** Takes the ink in sixteen squares of a picture for its features, so that nothing has to be trained. */
    private static final class Pixels implements FeatureNetwork {
        private static final int FEATURES = 16;
        private final int pixels;

        Pixels(int pixels) {
            this.pixels = pixels;
        }

        @Override
        public Answer judge(float[] pictures) {
            int count = pictures.length / pixels;
            float[] features = new float[count * FEATURES];
            float[] logits = new float[count * classes()];
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < pixels; k++) {
                    features[i * FEATURES + k / 196 * 4 + k % 28 / 7] += pictures[i * pixels + k];
                }
                logits[i * classes() + Math.floorMod((int) features[i * FEATURES + 5], classes())] = 3;
            }
            return new Answer(features, logits);
        }

        @Override
        public int features() {
            return FEATURES;
        }

        @Override
        public int classes() {
            return 10;
        }

        @Override
        public boolean knowsClasses() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static MetricLog measured(String preset, String id, int steps) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        Dataset data = DatasetRegistry.open(id, Progress.NONE);
        MetricLog log = new MetricLog();
        AtomicReference<String> refused = new AtomicReference<>("");
        FeatureNetworkProvider nets =
                (learn, held, progress) -> new Pixels(spec.image().size());
        try (GanTrainer trainer = new GanTrainer(spec, data, 1);
                EvaluationTask measuring = new EvaluationTask(spec, data, nets, log, () -> {}, refused::set)) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            GeneratorWeights weights = trainer.newGeneratorWeights();
            trainer.copyWeights(weights, true);
            measuring.on(weights, 2.5, (busy, share) -> true);
        }
        assertEquals("", refused.get());
        return log;
    }

    private static MetricLog.Measure only(MetricLog log, String id) {
        assertEquals(1, log.of(id).size(), id);
        return log.of(id).get(0);
    }

    @Test
    void pointsAreMeasuredByTheirModesEachWithItsFloor() throws Exception {
        MetricLog log = measured("ring", "builtin:ring", 3);
        assertEquals(3, log.lastStep());
        MetricLog.Measure modes = only(log, "modes_captured");
        assertEquals(2.5, modes.trainedSeconds());
        assertEquals(8, modes.floor());
        assertTrue(modes.value() < 8, "an untrained generator finds " + modes.value());
        MetricLog.Measure quality = only(log, "high_quality");
        assertEquals(0.989, quality.floor(), 0.01);
        MetricLog.Measure js = only(log, "js");
        assertTrue(js.value() > 5 * js.floor(), js.toString());
        assertEquals(Set.of("modes_captured", "high_quality", "js", "kl", "sliced_w1", "sliced_w2"), without(log));
    }

    /** Reverse KL is no number without a point of high quality. */
    private static Set<String> without(MetricLog log) {
        return log.ids().stream().filter(id -> !id.equals("reverse_kl")).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void picturesAreMeasuredThroughTheNetworkEachWithItsFloor() throws Exception {
        MetricLog log = measured("minute", DatasetEntry.DOODLES, 1);
        MetricLog.Measure distance = only(log, "classifier_frechet");
        assertTrue(distance.floor() >= 0 && distance.value() > 10 * distance.floor(), distance.toString());
        assertTrue(only(log, "coverage").floor() > 0.9);
        assertTrue(only(log, "coverage").value() < 0.5);
        assertTrue(log.ids().contains("right_class"), "a conditional generator is asked for classes");
        assertEquals(13, log.ids().size());
    }

    @Test
    void theFloorIsThatOfRealSamplesAndNotZero() throws Exception {
        Dataset ring = DatasetRegistry.open("builtin:ring", Progress.NONE);
        PointEvaluator yardstick = new PointEvaluator(
                ring,
                Optional.of(
                        DatasetRegistry.openTest("builtin:ring", Progress.NONE).orElseThrow()));
        try (GeneratorProbe probe =
                new GeneratorProbe(PresetRegistry.get("ring").spec())) {
            for (Evaluator.Reading reading : yardstick.read(probe)) {
                assertTrue(reading.floor() > 0 || reading.id().equals("reverse_kl"), reading.toString());
            }
        }
    }
}
