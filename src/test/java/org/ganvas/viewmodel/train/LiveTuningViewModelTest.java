package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class LiveTuningViewModelTest {

    private final WindowFixture window = WindowFixture.ready();
    private final LiveTuningViewModel tuning = window.window.train().liveTuning();

    private GanSpec lastSpec() {
        return window.last(TrainingCommand.Adjust.class).spec();
    }

    @Test
    void changesReachTheSessionAsOneSpec() {
        tuning.set(TrainingSettings.DISCRIMINATOR_UPDATES, 3);
        tuning.set(TrainingSettings.GENERATOR_UPDATES, 2);
        assertEquals(3, lastSpec().training().discriminatorSteps());
        assertEquals(2, lastSpec().training().generatorSteps());
        tuning.set(RegularizerSettings.NOISE, 0.25);
        assertEquals(3, lastSpec().training().discriminatorSteps());
        assertEquals(
                new Regularizer.InstanceNoise(0.25, 0),
                lastSpec().regularizers().get(0));
        tuning.set(RegularizerSettings.AUGMENTATION, 0.5);
        tuning.set(RegularizerSettings.FIRST_PENALTY, 2);
        assertEquals(
                2,
                lastSpec()
                        .regularizer(Regularizer.GradientPenalty.class)
                        .orElseThrow()
                        .weight());
        assertEquals(3, lastSpec().regularizers().size());
    }

    @Test
    void everyChangeCanBeUndoneAndRedone() {
        GanSpec before = tuning.specProperty().get();
        tuning.set(TrainingSettings.EMA_DECAY, 0.9);
        window.window.undo().undo();
        assertEquals(before, lastSpec());
        window.window.undo().redo();
        assertEquals(0.9, lastSpec().training().emaDecay());
    }

    @Test
    void aChangeThatTheSpecForbidsIsRefusedWithItsReason() {
        tuning.set(RegularizerSettings.SMOOTHING, 0.7);
        assertTrue(
                tuning.refusalProperty().get().contains("0.5"),
                tuning.refusalProperty().get());
        window.frames(40);
        assertTrue(tuning.refusalProperty().get().contains("0.5"), "stays until the next change");
        assertEquals(0, window.count(TrainingCommand.Adjust.class));
        assertFalse(window.window.undo().availableProperty().get());
        tuning.set(RegularizerSettings.SMOOTHING, 0.1);
        assertEquals("", tuning.refusalProperty().get());
    }

    @Test
    void rateReachesTheSessionAndTheOtherStays() {
        tuning.setRate(TrainingSettings.GENERATOR_RATE, 1e-3);
        assertEquals(1e-3, lastSpec().training().generatorOptimizer().learningRate());
        assertEquals(5e-4, lastSpec().training().discriminatorOptimizer().learningRate());
        window.frames(2);
        assertEquals(lastSpec(), tuning.specProperty().get());
    }

    @Test
    void rateOutsideItsRangeIsClamped() {
        tuning.setRate(TrainingSettings.DISCRIMINATOR_RATE, 7);
        assertEquals(1, lastSpec().training().discriminatorOptimizer().learningRate());
    }

    @Test
    void sliderOfARateHasTwoDigits() {
        tuning.setRateLogarithm(TrainingSettings.GENERATOR_RATE, Math.log10(0.000123456));
        assertEquals(0.00012, lastSpec().training().generatorOptimizer().learningRate());
    }

    @Test
    void draggedRateIsOneUndoWithItsName() {
        for (double rate : new double[] {6e-4, 7e-4, 8e-4}) {
            tuning.setRate(TrainingSettings.GENERATOR_RATE, rate);
            window.frames(1);
        }
        assertEquals(
                "change.rate.generator", window.window.undo().undoNameProperty().get());
        window.window.undo().undo();
        assertEquals(
                5e-4, TrainingSettings.GENERATOR_RATE.get(tuning.specProperty().get()));
        assertFalse(window.window.undo().availableProperty().get());
        assertEquals("", window.window.undo().undoNameProperty().get());
        assertEquals(
                "change.rate.generator", window.window.undo().redoNameProperty().get());
    }

    @Test
    void ratesAfterAPauseAreTwoUndos() {
        tuning.setRate(TrainingSettings.GENERATOR_RATE, 6e-4);
        window.frames(40);
        tuning.setRate(TrainingSettings.GENERATOR_RATE, 7e-4);
        window.window.undo().undo();
        assertEquals(
                6e-4, TrainingSettings.GENERATOR_RATE.get(tuning.specProperty().get()));
    }

    @Test
    void twoChangesBeforeTheSessionAnswersAreBothInTheSpec() {
        tuning.setRate(TrainingSettings.GENERATOR_RATE, 6e-4);
        tuning.set(RegularizerSettings.NOISE, 0.25);
        assertEquals(6e-4, lastSpec().training().generatorOptimizer().learningRate());
        assertEquals(0.25, RegularizerSettings.NOISE.get(lastSpec()));
    }

    @Test
    void theCostOfANewStartIsShown() {
        WindowFixture trained = WindowFixture.trained();
        assertTrue(trained.window.train().liveTuning().costProperty().get().contains("12 steps"));
    }
}
