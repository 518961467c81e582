package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers of updates of D and G that change in the middle of a run, down to none of one of them. */
class UpdateRatioTest {

    private static final int BATCH = 4;
    private static final GanSpec RING = spec();

    private static GanSpec spec() {
        OptimizerSpec adam = OptimizerSpec.adam(1e-3, 0.5, 0.99);
        return PresetRegistry.get("ring").spec().withTraining(new TrainingSpec(BATCH, adam, adam, 0.9));
    }

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static GanSpec ratio(int discriminator, int generator) {
        return RING.withTraining(RING.training().withUpdates(discriminator, generator));
    }

    /** Points whose uses are recorded. */
    private static final class RecordingPoints implements Dataset {
        private final List<Integer> used = new ArrayList<>();

        @Override
        public DatasetInfo info() {
            return new DatasetInfo("recorded", "Recorded", new ImageShape(1, 1, 2), List.of());
        }

        @Override
        public ImageShape shape() {
            return RING.image();
        }

        @Override
        public int size() {
            return 4096;
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            used.add(index);
            target[offset] = (float) Math.cos(index);
            target[offset + 1] = (float) Math.sin(index);
        }

        @Override
        public int label(int index) {
            return 0;
        }
    }

    private static void trainByPlan(GameTrainer trainer) {
        steps(trainer, 3);
        for (int[] updates : new int[][] {{5, 1}, {1, 1}, {1, 0}, {0, 1}, {2, 3}, {0, 2}, {5, 1}}) {
            trainer.adjust(ratio(updates[0], updates[1]));
            steps(trainer, 2);
        }
    }

    @Test
    void noDrawIsUsedTwiceHoweverTheRatioChanges() {
        RecordingPoints data = new RecordingPoints();
        try (GameTrainer trainer = new GameTrainer(RING, data, 1)) {
            trainByPlan(trainer);
        }
        // Updates that share a draw read its images once, so every draw in turn is one batch.
        int draws = 3 + 2 * (5 + 1 + 1 + 1 + 4 + 2 + 5);
        List<Integer> expected = IntStream.range(0, draws)
                .boxed()
                .flatMap(draw -> IntStream.of(new BatchSampler(1, data.size()).indices(draw, BATCH))
                        .boxed())
                .toList();
        assertEquals(expected, data.used);
        assertEquals(expected.size(), new HashSet<>(expected).size(), "within one epoch no point comes twice");
    }

    @Test
    void savedInTheMiddleItResumesBitForBit() {
        RecordingPoints data = new RecordingPoints();
        try (GameTrainer whole = new GameTrainer(RING, data, 1);
                GameTrainer resumed = new GameTrainer(ratio(1, 1), data, 1)) {
            steps(whole, 2);
            whole.adjust(ratio(5, 1));
            steps(whole, 2);
            whole.adjust(ratio(1, 1));
            resumed.restore(whole.capture());
            for (int[] updates : new int[][] {{1, 1}, {0, 1}, {1, 0}, {3, 2}}) {
                whole.adjust(ratio(updates[0], updates[1]));
                resumed.adjust(ratio(updates[0], updates[1]));
                steps(whole, 2);
                steps(resumed, 2);
            }
            assertSameArrays(whole.capture(), resumed.capture());
        }
    }

    private static void assertSameArrays(TrainerState expected, TrainerState actual) {
        assertEquals(expected.arrays().size(), actual.arrays().size());
        for (int i = 0; i < expected.arrays().size(); i++) {
            NamedArray array = expected.arrays().get(i);
            assertEquals(array.name(), actual.arrays().get(i).name());
            assertArrayEquals(array.values(), actual.arrays().get(i).values(), array.name());
        }
    }

    /** A state of a version without counters: numbers follow from the step, as they did then. */
    @Test
    void stateWithoutCountersGoesOnWhereItsStepSays() {
        RecordingPoints data = new RecordingPoints();
        try (GameTrainer whole = new GameTrainer(ratio(3, 2), data, 1);
                GameTrainer old = new GameTrainer(ratio(3, 2), data, 1)) {
            steps(whole, 3);
            TrainerState state = whole.capture();
            List<NamedArray> arrays = state.arrays().stream()
                    .filter(array -> !array.name().startsWith("counters/")
                            && !array.name().contains("/clock/"))
                    .toList();
            assertTrue(arrays.size() < state.arrays().size() - 3, "there were counters and clocks");
            old.restore(new TrainerState(state.step(), arrays));
            steps(whole, 3);
            steps(old, 3);
            assertSameArrays(whole.capture(), old.capture());
        }
    }

    @Test
    void restingNetworkKeepsItsWeightsAndItsScalarsAreNoNumbers() {
        RecordingPoints data = new RecordingPoints();
        try (GameTrainer trainer = new GameTrainer(ratio(0, 1), data, 1)) {
            TrainerState before = trainer.capture();
            StepReport alone = trainer.step();
            assertFalse(moved(before, trainer.capture(), "discriminator/"));
            assertTrue(moved(before, trainer.capture(), "generator/"));
            assertTrue(Double.isNaN(alone.discriminatorLoss()) && Double.isNaN(alone.realScore()));
            assertTrue(Double.isFinite(alone.generatorLoss()) && Double.isFinite(alone.fakeScore()) && alone.finite());
            trainer.adjust(ratio(1, 0));
            before = trainer.capture();
            StepReport judged = trainer.step();
            assertTrue(moved(before, trainer.capture(), "discriminator/"));
            assertFalse(moved(before, trainer.capture(), "generator/"));
            assertTrue(Double.isNaN(judged.generatorLoss()) && Double.isFinite(judged.discriminatorLoss()));
            assertTrue(judged.finite());
        }
    }

    private static boolean moved(TrainerState before, TrainerState after, String prefix) {
        for (int i = 0; i < before.arrays().size(); i++) {
            NamedArray array = before.arrays().get(i);
            if (array.name().startsWith(prefix)
                    && !java.util.Arrays.equals(
                            array.values(), after.arrays().get(i).values())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void stepWithoutAnyUpdateIsRefused() {
        assertTrue(assertThrows(SpecException.class, () -> ratio(0, 0))
                .getMessage()
                .contains("at least 1"));
    }
}
