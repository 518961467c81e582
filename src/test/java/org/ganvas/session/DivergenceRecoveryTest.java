package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.DivergenceException;
import org.ganvas.engine.train.GameTrainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DivergenceRecoveryTest {

    private static Dataset data;

    @BeforeAll
    static void open() throws Exception {
        NativeEngine.start();
        data = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
    }

    /** Steps so large that the run diverges within some dozens of them. */
    private static GanSpec divergingSpec() {
        GanSpec ring = PresetRegistry.get("ring").spec();
        OptimizerSpec sgd = OptimizerSpec.sgd(0.5, 0.9);
        return new GanSpec(
                ring.latentDim(),
                ring.image(),
                ring.classes(),
                ring.conditioning(),
                ring.generator(),
                ring.discriminator(),
                LossSpec.LEAST_SQUARES,
                new TrainingSpec(64, sgd, sgd, 0));
    }

    private static long runUntilItDiverges(GameTrainer trainer, DivergenceRecovery recovery) {
        for (int i = 0; i < 1000; i++) {
            try {
                recovery.beforeStep(trainer);
                trainer.step();
                recovery.afterStep(0);
            } catch (DivergenceException e) {
                return e.step();
            }
        }
        return fail("These rates are not too large after all.");
    }

    @Test
    void goesBackToExactlyTheLastGoodStep() {
        DivergenceRecovery recovery = new DivergenceRecovery();
        try (GameTrainer trainer = new GameTrainer(divergingSpec(), data, 1);
                GameTrainer again = new GameTrainer(divergingSpec(), data, 1)) {
            long bad = runUntilItDiverges(trainer, recovery);
            assertTrue(recovery.recover(trainer, bad));
            long good = trainer.stepsTaken();
            assertTrue(good > 0 && good < bad, good + " before " + bad);
            while (again.stepsTaken() < good) {
                again.step();
            }
            assertSame(again.capture(), trainer.capture());
        }
    }

    @Test
    void everyNumberIsFiniteAfterwards() {
        DivergenceRecovery recovery = new DivergenceRecovery();
        try (GameTrainer trainer = new GameTrainer(divergingSpec(), data, 2)) {
            recovery.recover(trainer, runUntilItDiverges(trainer, recovery));
            for (NamedArray array : trainer.capture().arrays()) {
                for (float value : array.values()) {
                    assertTrue(Float.isFinite(value), array.name());
                }
            }
        }
    }

    @Test
    void aRunThatIsNotFiniteFromTheStartHasNoGoodStep() {
        DivergenceRecovery recovery = new DivergenceRecovery();
        try (GameTrainer trainer = new GameTrainer(divergingSpec(), data, 3)) {
            TrainerState state = trainer.capture();
            state.arrays().get(0).values()[0] = Float.NaN;
            trainer.restore(state);
            recovery.beforeStep(trainer);
            assertFalse(recovery.recover(trainer, 1));
        }
    }

    private static void assertSame(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        List<NamedArray> wanted = expected.arrays();
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(
                    wanted.get(i).values(),
                    actual.arrays().get(i).values(),
                    wanted.get(i).name());
        }
    }
}
