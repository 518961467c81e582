package org.ganvas.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.Engine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.engine.train.GeneratorWeights;
import org.ganvas.session.run.MeasureLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class YardstickTest {

    @BeforeAll
    static void start() {
        Engine.start();
    }

    /** Takes the ink in sixteen squares of a picture for its features, so that nothing has to be trained. */
    private static final class Pixels implements FeatureNet {
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

    private static MeasureLog measured(String preset, String id, int steps) throws Exception {
        GanSpec spec = Presets.get(preset).spec();
        Dataset data = Datasets.open(id, Progress.NONE);
        MeasureLog log = new MeasureLog();
        AtomicReference<String> refused = new AtomicReference<>("");
        FeatureNets nets = (learn, held, progress) -> new Pixels(spec.image().size());
        try (GanTrainer trainer = new GanTrainer(spec, data, 1);
                Measuring measuring = new Measuring(spec, data, nets, log, () -> {}, refused::set)) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            GeneratorWeights weights = trainer.newWeights();
            trainer.copyWeights(weights, true);
            measuring.on(weights, 2.5, (busy, share) -> true);
        }
        assertEquals("", refused.get());
        return log;
    }

    private static MeasureLog.Measure only(MeasureLog log, String id) {
        assertEquals(1, log.of(id).size(), id);
        return log.of(id).get(0);
    }

    @Test
    void pointsAreMeasuredByTheirModesEachWithItsFloor() throws Exception {
        MeasureLog log = measured("ring", "builtin:ring", 3);
        assertEquals(3, log.lastStep());
        MeasureLog.Measure modes = only(log, "modes_captured");
        assertEquals(2.5, modes.trainedSeconds());
        assertEquals(8, modes.floor());
        assertTrue(modes.value() < 8, "an untrained generator finds " + modes.value());
        MeasureLog.Measure quality = only(log, "high_quality");
        assertEquals(0.989, quality.floor(), 0.01);
        MeasureLog.Measure js = only(log, "js");
        assertTrue(js.value() > 5 * js.floor(), js.toString());
        assertEquals(Set.of("modes_captured", "high_quality", "js", "kl", "sliced_w1", "sliced_w2"), without(log));
    }

    /** Reverse KL is no number without a point of high quality. */
    private static Set<String> without(MeasureLog log) {
        return log.ids().stream().filter(id -> !id.equals("reverse_kl")).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void picturesAreMeasuredThroughTheNetworkEachWithItsFloor() throws Exception {
        MeasureLog log = measured("minute", Datasets.DOODLES, 1);
        MeasureLog.Measure distance = only(log, "classifier_frechet");
        assertTrue(distance.floor() >= 0 && distance.value() > 10 * distance.floor(), distance.toString());
        assertTrue(only(log, "coverage").floor() > 0.9);
        assertTrue(only(log, "coverage").value() < 0.5);
        assertTrue(log.ids().contains("right_class"), "a conditional generator is asked for classes");
        assertEquals(13, log.ids().size());
    }

    @Test
    void theFloorIsThatOfRealSamplesAndNotZero() throws Exception {
        Dataset ring = Datasets.open("builtin:ring", Progress.NONE);
        PlaneYardstick yardstick = new PlaneYardstick(
                ring,
                Optional.of(Datasets.openTest("builtin:ring", Progress.NONE).orElseThrow()));
        try (GeneratorProbe probe = new GeneratorProbe(Presets.get("ring").spec())) {
            for (Yardstick.Reading reading : yardstick.read(probe)) {
                assertTrue(reading.floor() > 0 || reading.id().equals("reverse_kl"), reading.toString());
            }
        }
    }
}
