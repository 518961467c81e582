package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.DataMotionSpec.Kind;
import org.junit.jupiter.api.Test;

/** Training on data that moves. */
class MovingDataTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final DataMotionSpec MOTION = new DataMotionSpec(Kind.CIRCLE, 0.6, 40, 0.1);

    private static GanSpec moving(DataMotionSpec motion) {
        return RING.withGame(new GenerationSpec(RING.game().prior(), motion));
    }

    private static Dataset data() throws Exception {
        return DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
    }

    /** The real points that D saw in each step. */
    private static List<float[]> batches(GanSpec spec, int steps) throws Exception {
        List<float[]> seen = new ArrayList<>();
        try (Trainer trainer = Trainer.of(spec, data(), 3)) {
            for (int i = 0; i < steps; i++) {
                trainer.step(null, (player, batch) -> {
                    if (player == Player.DISCRIMINATOR) {
                        seen.add(batch.real());
                    }
                });
            }
        }
        return seen;
    }

    @Test
    void theBatchOfAStepIsTheSameBatchWhereTheDataIsInThatStep() throws Exception {
        List<float[]> still = batches(RING, 12);
        List<float[]> moved = batches(moving(MOTION), 12);
        for (int step = 1; step <= 12; step++) {
            float[] expected = MOTION.at(step).mapped(still.get(step - 1));
            assertArrayEquals(expected, moved.get(step - 1), "step " + step);
            assertFalse(Arrays.equals(still.get(step - 1), expected));
        }
    }

    @Test
    void aResumedRunTakesTheSameSteps() throws Exception {
        TrainerTestSupport.assertResumesExactly(moving(MOTION), data());
        TrainerTestSupport.assertResumesExactly(moving(new DataMotionSpec(Kind.ROTATION, 0, 13, 0)), data());
    }

    @Test
    void aMotionThatIsTurnedOnLiveCountsFromTheNextStep() throws Exception {
        List<float[]> still = batches(RING, 5);
        List<float[]> seen = new ArrayList<>();
        try (Trainer trainer = Trainer.of(RING, data(), 3)) {
            for (int i = 0; i < 5; i++) {
                if (i == 3) {
                    trainer.adjust(moving(MOTION));
                }
                trainer.step(null, (player, batch) -> {
                    if (player == Player.DISCRIMINATOR) {
                        seen.add(batch.real());
                    }
                });
            }
            PlayerWeights weights = trainer.newWeights();
            trainer.copyWeights(weights, false);
            assertArrayEquals(
                    MOTION.at(5).mapped(new float[] {1, 2}), weights.place().mapped(new float[] {1, 2}));
        }
        assertArrayEquals(still.get(2), seen.get(2));
        assertArrayEquals(MOTION.at(4).mapped(still.get(3)), seen.get(3));
        assertArrayEquals(MOTION.at(5).mapped(still.get(4)), seen.get(4));
    }
}
