package org.ganvas.engine.spec.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.junit.jupiter.api.Test;

class SpecDiffTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();

    private static List<SpecPart> live(GanSpec changed) {
        SpecDiff change = SpecDiff.between(RING, changed);
        assertTrue(change.possible(), change.toString());
        return change.live();
    }

    @Test
    void settingsWithoutWeightsOfTheirOwnAreLive() {
        TrainingSpec training = RING.training();
        assertEquals(List.of(SpecPart.RATES), live(RING.withTraining(training.withRates(1e-4, 1e-3))));
        assertEquals(List.of(SpecPart.UPDATES), live(RING.withTraining(training.withUpdates(5, 1))));
        assertEquals(
                List.of(SpecPart.PENALTIES),
                live(RING.with(new Regularizer.GradientPenalty(Regularizer.Where.REAL, 1, 0, 1))));
        assertEquals(List.of(SpecPart.NOISE), live(RING.with(new Regularizer.InstanceNoise(0.1, 0))));
        assertEquals(List.of(SpecPart.SMOOTHING), live(RING.with(new Regularizer.LabelSmoothing(0.1))));
    }

    @Test
    void settingsThatDecideWhichWeightsExistNeedANewStart() {
        assertEquals(
                List.of(SpecPart.NETWORKS),
                SpecDiff.between(RING, RING.with(new Regularizer.SpectralNorm()))
                        .fresh());
        assertEquals(
                List.of(SpecPart.NETWORKS),
                SpecDiff.between(RING, RING.with(new Regularizer.Packing(2))).fresh());
        assertEquals(
                List.of(SpecPart.BATCH),
                SpecDiff.between(RING, RING.withTraining(RING.training().withBatch(64)))
                        .fresh());
        assertFalse(
                SpecDiff.between(RING, PresetRegistry.get("ring-lsgan").spec()).possible());
    }

    @Test
    void anotherOptimizerNeedsANewStartAndAnotherDecayDoesNot() {
        TrainingSpec old = RING.training();
        TrainingSpec sgd =
                new TrainingSpec(old.batch(), OptimizerSpec.sgd(0.1, 0), old.discriminatorOptimizer(), old.emaDecay());
        assertTrue(SpecDiff.between(RING, RING.withTraining(sgd)).fresh().contains(SpecPart.OPTIMIZERS));
        TrainingSpec averaged = old.withDecay(0.99);
        TrainingSpec longer = old.withDecay(0.999);
        assertEquals(
                List.of(SpecPart.AVERAGE),
                SpecDiff.between(RING.withTraining(averaged), RING.withTraining(longer))
                        .live());
    }

    @Test
    void equalSpecsDoNotDiffer() {
        assertTrue(SpecDiff.between(RING, RING).isEmpty());
    }
}
