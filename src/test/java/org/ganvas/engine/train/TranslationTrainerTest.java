package org.ganvas.engine.train;

import static org.ganvas.engine.train.TrainerTestSupport.assertResumesExactly;
import static org.ganvas.engine.train.TrainerTestSupport.steps;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.TranslationInputs;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GameSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.MemoryEstimate;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TranslationTrainerTest {

    private static final ImageShape COLOUR = new ImageShape(3, 8, 8);
    private static final GameSpec CLASSES =
            new UnpairedTranslationSpec(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), 10, 5, 6);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** Colour images of a slope each, of two classes, with partners of the opposite slope. */
    private record Slopes(int size, boolean inverted) implements Dataset {
        @Override
        public DatasetInfo info() {
            return new DatasetInfo("test:slopes", "Slopes", COLOUR, List.of("one", "two"));
        }

        @Override
        public void copyImage(int index, float[] target, int offset) {
            for (int i = 0; i < COLOUR.size(); i++) {
                double level = Math.sin(index + 0.3 * (i % 8) + (i / 64) * (label(index) + 1));
                target[offset + i] = (float) (inverted ? -level : level);
            }
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public Optional<TranslationInputs> inputs() {
            return inverted ? Optional.empty() : Optional.of(new TranslationInputs(new Slopes(size, true), true));
        }
    }

    private static final Slopes DATA = new Slopes(24, false);

    private static GanSpec withUpdates(GanSpec spec, int discriminator, int generator) {
        return spec.withTraining(spec.training().withUpdates(discriminator, generator));
    }

    private static GanSpec paired(
            ConditionSpec condition, double content, double adversarial, long from, double features) {
        return TranslationSpecs.spec(
                new PairedTranslationSpec(condition, true, Objective.Norm.L1, content, adversarial, from, features),
                COLOUR);
    }

    @Test
    void everyConditionTrainsAndReportsItsContent() {
        for (ConditionSpec condition : List.of(
                new ConditionSpec.Downscale(2),
                new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.RANDOM),
                new ConditionSpec.Grey(),
                new ConditionSpec.Edges(0.05),
                new ConditionSpec.Inverted(),
                new ConditionSpec.Noise(0.3),
                new ConditionSpec.Blur(1),
                new ConditionSpec.Partner())) {
            try (Trainer trainer = Trainer.of(TranslationSpecs.paired(condition, COLOUR), DATA, 1)) {
                StepReport first = trainer.step();
                StepReport last = steps(trainer, 40).get(39);
                assertTrue(last.finite(), condition.toString());
                assertEquals(
                        Set.of(PairedTranslationSpec.CONTENT), last.objectives().keySet());
                double before = first.objectives().get(PairedTranslationSpec.CONTENT);
                double after = last.objectives().get(PairedTranslationSpec.CONTENT);
                assertTrue(after < 0.9 * before, condition + ": " + before + " to " + after);
            }
        }
    }

    @Test
    void pairedRunsResumeBitForBit() {
        GanSpec hole = paired(new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.BRUSH), 10, 1, 5, 2);
        assertResumesExactly(withUpdates(hole, 2, 1), DATA);
        assertResumesExactly(withUpdates(paired(new ConditionSpec.Noise(0.2), 10, 1, 0, 0), 1, 2), DATA);
    }

    @Test
    void unpairedRunsResumeBitForBit() {
        GanSpec classes = TranslationSpecs.spec(CLASSES, COLOUR);
        assertResumesExactly(
                TranslationSpecs.with(classes, LossSpec.LEAST_SQUARES, new Regularizer.InstanceNoise(0.1, 100)), DATA);
        assertResumesExactly(
                withUpdates(
                        TranslationSpecs.unpaired(
                                new DomainSpec.Changed(new ConditionSpec.Noise(0.2)), new DomainSpec.Whole(), COLOUR),
                        2,
                        1),
                DATA);
    }

    @Test
    void theDiscriminatorRestsUntilTheAdversarialTermCounts() {
        GanSpec spec = paired(new ConditionSpec.Grey(), 1, 0.1, 3, 0);
        try (Trainer trainer = Trainer.of(spec, DATA, 1)) {
            String weight = "discriminator/0.conv/weight";
            float[] fresh = StateValues.of(trainer.capture(), weight);
            List<StepReport> alone = steps(trainer, 3);
            assertTrue(alone.stream().allMatch(StepReport::finite));
            assertTrue(Double.isNaN(alone.get(2).discriminatorLoss()));
            assertArrayEquals(fresh, StateValues.of(trainer.capture(), weight));
            assertTrue(Double.isFinite(trainer.step().discriminatorLoss()));
            assertFalse(Arrays.equals(fresh, StateValues.of(trainer.capture(), weight)));
        }
    }

    @Test
    void weightsChangeLiveAndTheConditionDoesNot() {
        GanSpec spec = paired(new ConditionSpec.Grey(), 10, 1, 0, 0);
        GanSpec heavier = paired(new ConditionSpec.Grey(), 20, 0, 0, 0);
        GanSpec other = paired(new ConditionSpec.Edges(0.2), 10, 1, 0, 0);
        assertTrue(SpecDiff.between(spec, heavier).possible());
        assertFalse(SpecDiff.between(spec, heavier).isEmpty());
        assertFalse(SpecDiff.between(spec, other).possible());
        try (Trainer trainer = Trainer.of(spec, DATA, 1)) {
            trainer.step();
            float[] before = StateValues.of(trainer.capture(), "discriminator/0.conv/weight");
            trainer.adjust(heavier);
            assertTrue(trainer.step().finite());
            assertArrayEquals(before, StateValues.of(trainer.capture(), "discriminator/0.conv/weight"), "D rests");
        }
    }

    @Test
    void twinsStartFromOtherWeightsAndBothLearn() {
        try (Trainer trainer = Trainer.of(TranslationSpecs.spec(CLASSES, COLOUR), DATA, 1)) {
            TrainerState fresh = trainer.capture();
            List<String> names = List.of("generator", "backGenerator", "discriminator", "backDiscriminator");
            assertFalse(Arrays.equals(
                    StateValues.of(fresh, "generator/0.conv/weight"),
                    StateValues.of(fresh, "backGenerator/0.conv/weight")));
            StepReport first = trainer.step();
            StepReport last = steps(trainer, 60).get(59);
            assertEquals(
                    Set.of(UnpairedTranslationSpec.CYCLE, UnpairedTranslationSpec.IDENTITY),
                    last.objectives().keySet());
            for (Map.Entry<String, Double> term : last.objectives().entrySet()) {
                assertTrue(term.getValue() < 0.9 * first.objectives().get(term.getKey()), term.getKey());
            }
            TrainerState trained = trainer.capture();
            for (String name : names) {
                assertFalse(
                        Arrays.equals(
                                StateValues.of(fresh, name + "/0.conv/weight"),
                                StateValues.of(trained, name + "/0.conv/weight")),
                        name);
            }
            assertArrayEquals(new float[] {0, 6}, StateValues.of(trained, "history/discriminator/count"));
            assertEquals(6 * COLOUR.size(), StateValues.of(trained, "history/backDiscriminator/pictures").length);
        }
    }

    @Test
    void everyLossAndRegularizerThatFitsTrains() {
        GanSpec spec = paired(new ConditionSpec.Downscale(2), 10, 1, 0, 1);
        for (LossSpec loss : List.of(LossSpec.NON_SATURATING, LossSpec.HINGE, LossSpec.RELATIVISTIC)) {
            GanSpec varied = TranslationSpecs.with(
                    spec,
                    loss,
                    new Regularizer.SpectralNorm(),
                    new Regularizer.GradientPenalty(Regularizer.Where.REAL, 1, 0, 2),
                    new Regularizer.GradientPenalty(Regularizer.Where.BETWEEN, 1, 1, 1),
                    new Regularizer.InstanceNoise(0.1, 10));
            try (Trainer trainer = Trainer.of(varied, DATA, 1)) {
                List<StepReport> reports = steps(trainer, 3);
                assertTrue(reports.stream().allMatch(StepReport::finite), loss.name());
                assertTrue(reports.get(0).penalty() > 0, loss.name());
                assertTrue(reports.get(0).objectives().get(PairedTranslationSpec.FEATURES) > 0, loss.name());
            }
        }
    }

    @Test
    void theMemoryEstimateCoversBothGames() {
        for (GanSpec spec :
                List.of(paired(new ConditionSpec.Grey(), 10, 1, 0, 0), TranslationSpecs.spec(CLASSES, COLOUR))) {
            try (GameTrainer trainer = new GameTrainer(spec, DATA, 1)) {
                steps(trainer, 2);
                double estimated = MemoryEstimate.of(spec).stepBytes();
                double taken = trainer.temporaryBytes();
                assertTrue(taken <= estimated && taken >= estimated / 5, taken + " of " + estimated);
            }
        }
    }

    @Test
    void dataWithoutWhatTheGameDrawsIsRefused() {
        Dataset alone = new Slopes(24, true);
        GanSpec partner = TranslationSpecs.paired(new ConditionSpec.Partner(), COLOUR);
        assertThrows(SpecException.class, () -> Trainer.of(partner, alone, 1));
        GanSpec ninth = TranslationSpecs.unpaired(new DomainSpec.OfClass(9), new DomainSpec.OfClass(1), COLOUR);
        assertThrows(SpecException.class, () -> Trainer.of(ninth, DATA, 1));
    }
}
