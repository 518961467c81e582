package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class LiveTuningViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final LiveTuningViewModel balance = bench.shell.liveTuning();

    private GanSpec asked() {
        return bench.last(TrainingCommand.Adjust.class).spec();
    }

    @Test
    void turnsReachTheSessionAsOneSpec() {
        balance.set(TrainingSettings.DISCRIMINATOR_UPDATES, 3);
        balance.set(TrainingSettings.GENERATOR_UPDATES, 2);
        assertEquals(3, asked().training().discriminatorSteps());
        assertEquals(2, asked().training().generatorSteps());
        balance.set(RegularizerSettings.NOISE, 0.25);
        assertEquals(3, asked().training().discriminatorSteps());
        assertEquals(
                new Regularizer.InstanceNoise(0.25, 0), asked().regularizers().get(0));
        balance.set(RegularizerSettings.AUGMENTATION, 0.5);
        balance.set(RegularizerSettings.FIRST_PENALTY, 2);
        assertEquals(
                2,
                asked().regularizer(Regularizer.GradientPenalty.class)
                        .orElseThrow()
                        .weight());
        assertEquals(3, asked().regularizers().size());
    }

    @Test
    void everyTurnCanBeTakenBackAndDoneAgain() {
        GanSpec before = balance.specProperty().get();
        balance.set(TrainingSettings.EMA_DECAY, 0.9);
        bench.shell.undo().undo();
        assertEquals(before, asked());
        bench.shell.undo().redo();
        assertEquals(0.9, asked().training().emaDecay());
    }

    @Test
    void whatTheGameForbidsIsRefusedWithItsReasonAndNothingIsSent() {
        balance.set(RegularizerSettings.SMOOTHING, 0.7);
        assertTrue(
                balance.refusalProperty().get().contains("0.5"),
                balance.refusalProperty().get());
        bench.frames(40);
        assertTrue(balance.refusalProperty().get().contains("0.5"), "stays until the next change");
        assertEquals(0, bench.count(TrainingCommand.Adjust.class));
        assertFalse(bench.shell.undo().availableProperty().get());
        balance.set(RegularizerSettings.SMOOTHING, 0.1);
        assertEquals("", balance.refusalProperty().get());
    }

    @Test
    void rateReachesTheSessionAndTheOtherStays() {
        balance.setRate(TrainingSettings.GENERATOR_RATE, 1e-3);
        assertEquals(1e-3, asked().training().generatorOptimizer().learningRate());
        assertEquals(5e-4, asked().training().discriminatorOptimizer().learningRate());
        bench.frames(2);
        assertEquals(asked(), balance.specProperty().get());
    }

    @Test
    void rateOutsideItsRangeIsBroughtInto() {
        balance.setRate(TrainingSettings.DISCRIMINATOR_RATE, 7);
        assertEquals(1, asked().training().discriminatorOptimizer().learningRate());
    }

    @Test
    void sliderOfARateHasTwoDigits() {
        balance.setRateLogarithm(TrainingSettings.GENERATOR_RATE, Math.log10(0.000123456));
        assertEquals(0.00012, asked().training().generatorOptimizer().learningRate());
    }

    @Test
    void draggedRateIsOneUndoWithItsName() {
        for (double rate : new double[] {6e-4, 7e-4, 8e-4}) {
            balance.setRate(TrainingSettings.GENERATOR_RATE, rate);
            bench.frames(1);
        }
        assertEquals("change.rate.generator", bench.shell.undo().undoNameProperty().get());
        bench.shell.undo().undo();
        assertEquals(5e-4, TrainingSettings.GENERATOR_RATE.get(balance.specProperty().get()));
        assertFalse(bench.shell.undo().availableProperty().get());
        assertEquals("", bench.shell.undo().undoNameProperty().get());
        assertEquals("change.rate.generator", bench.shell.undo().redoNameProperty().get());
    }

    @Test
    void ratesAfterAPauseAreTwoUndos() {
        balance.setRate(TrainingSettings.GENERATOR_RATE, 6e-4);
        bench.frames(40);
        balance.setRate(TrainingSettings.GENERATOR_RATE, 7e-4);
        bench.shell.undo().undo();
        assertEquals(6e-4, TrainingSettings.GENERATOR_RATE.get(balance.specProperty().get()));
    }

    @Test
    void twoChangesBeforeTheSessionAnswersAreBothInTheSpec() {
        balance.setRate(TrainingSettings.GENERATOR_RATE, 6e-4);
        balance.set(RegularizerSettings.NOISE, 0.25);
        assertEquals(6e-4, asked().training().generatorOptimizer().learningRate());
        assertEquals(0.25, RegularizerSettings.NOISE.get(asked()));
    }

    @Test
    void whatANewStartCostsStandsThereBefore() {
        WindowFixture trained = WindowFixture.trained();
        assertTrue(trained.shell.liveTuning().costProperty().get().contains("12 steps"));
    }
}
