package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.assertSameState;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.StyleSpecs;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Path length regularisation in training: its scalar, its running mean, and what it leaves alone. */
class PathLengthTrainingTest {

    private static final Dataset DATA = new StripesData(64, 8);
    private static final GanSpec PLAIN = StyleSpecs.of();
    private static final GanSpec SPEC = PLAIN.with(new PathLength(2, 3));
    private static final String MEAN = "pathLength/mean";

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void everyThirdUpdateMeasuresAndTheMeanFollows() {
        try (GameTrainer trainer = new GameTrainer(SPEC, DATA, 1)) {
            double mean = 0;
            for (int step = 1; step <= 12; step++) {
                StepReport report = trainer.step();
                Double length = report.objectives().get(PathLength.LENGTH);
                assertEquals(step % 3 == 1, length != null, "step " + step);
                if (length != null) {
                    mean = mean == 0 ? length : 0.99 * mean + 0.01 * length;
                }
                assertTrue(report.finite());
                assertEquals(mean, StateValues.of(trainer.capture(), MEAN)[0], 1e-5 * mean);
            }
            assertTrue(mean > 0);
        }
    }

    @Test
    void resumesExactly() {
        assertResumesExactly(SPEC, DATA);
    }

    @Test
    void goingBackTakesTheMeanBack() {
        try (GameTrainer trainer = new GameTrainer(SPEC, DATA, 1)) {
            steps(trainer, 4);
            TrainerState early = trainer.capture();
            steps(trainer, 6);
            TrainerState late = trainer.capture();
            assertNotEquals(StateValues.of(early, MEAN)[0], StateValues.of(late, MEAN)[0]);
            trainer.restore(early);
            steps(trainer, 6);
            assertSameState(late, trainer.capture());
        }
    }

    @Test
    void aStateFromBeforeItStartsTheMeanAnew() {
        try (GameTrainer plain = new GameTrainer(PLAIN, DATA, 1);
                GameTrainer trainer = new GameTrainer(SPEC, DATA, 1)) {
            steps(plain, 3);
            steps(trainer, 2);
            trainer.restore(plain.capture());
            assertEquals(0, StateValues.of(trainer.capture(), MEAN)[0]);
            double length = trainer.step().objectives().get(PathLength.LENGTH);
            assertEquals(length, StateValues.of(trainer.capture(), MEAN)[0], 1e-6 * length);
        }
    }

    @Test
    void withoutWeightTheNetworksAreToTheBitAsWithoutIt() {
        GanSpec idle = RegularizerSettings.PATH_LENGTH.with(SPEC, 0.0);
        assertEquals(new PathLength(0, 3), idle.regularizer(PathLength.class).orElseThrow());
        try (GameTrainer plain = new GameTrainer(PLAIN, DATA, 1);
                GameTrainer trainer = new GameTrainer(idle, DATA, 1)) {
            steps(plain, 5);
            steps(trainer, 5)
                    .forEach(report -> assertEquals(0, report.objectives().size()));
            TrainerState state = trainer.capture();
            for (NamedArray array : plain.capture().arrays()) {
                assertArrayEquals(array.values(), StateValues.of(state, array.name()), array.name());
            }
        }
    }

    /** D of the first step is updated before G, so that only G differs after it, by the one term. */
    @Test
    void itMovesGAlone() {
        try (GameTrainer plain = new GameTrainer(PLAIN, DATA, 1);
                GameTrainer trainer = new GameTrainer(SPEC, DATA, 1)) {
            StepReport without = plain.step();
            StepReport with = trainer.step();
            assertEquals(without.generatorLoss(), with.generatorLoss());
            assertEquals(without.discriminatorLoss(), with.discriminatorLoss());
            String ofD = "discriminator/0.dense/weight";
            assertArrayEquals(StateValues.of(plain.capture(), ofD), StateValues.of(trainer.capture(), ofD));
            String ofG = "generator/3.modulatedConv/weight";
            assertFalse(Arrays.equals(StateValues.of(plain.capture(), ofG), StateValues.of(trainer.capture(), ofG)));
        }
    }

    @Test
    void theWeightIsTakenLiveAndTheMeanStays() {
        try (GameTrainer trainer = new GameTrainer(SPEC, DATA, 1)) {
            steps(trainer, 4);
            float mean = StateValues.of(trainer.capture(), MEAN)[0];
            trainer.adjust(RegularizerSettings.PATH_LENGTH.with(SPEC, 5.0));
            assertEquals(mean, StateValues.of(trainer.capture(), MEAN)[0]);
            assertTrue(steps(trainer, 3).get(2).objectives().containsKey(PathLength.LENGTH));
        }
        try (GameTrainer trainer = new GameTrainer(PLAIN, DATA, 1)) {
            steps(trainer, 4);
            trainer.adjust(RegularizerSettings.PATH_LENGTH.with(PLAIN, 2.0));
            assertTrue(trainer.step().objectives().containsKey(PathLength.LENGTH));
        }
    }

    @Test
    void generatorsWithoutAStyleAreRefusedWithTheReason() {
        GanSpec dcgan = PresetRegistry.get("dcgan-light").spec();
        SpecException refused = assertThrows(SpecException.class, () -> dcgan.with(new PathLength(2, 4)));
        assertTrue(String.valueOf(refused.getMessage()).contains("no mapping to styles"), refused.getMessage());
        assertFalse(RegularizerSettings.PATH_LENGTH.appliesTo(dcgan));
        assertThrows(SpecException.class, () -> new PathLength(-1, 4));
        assertThrows(SpecException.class, () -> new PathLength(1, 0));
    }
}
