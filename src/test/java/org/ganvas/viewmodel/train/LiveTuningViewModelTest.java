package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class LiveTuningViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final LiveTuningViewModel balance = bench.window.train().liveTuning();

    private GanSpec asked() {
        return bench.last(TrainingCommand.Adjust.class).spec();
    }

    @Test
    void turnsReachTheSessionAsOneSpec() {
        balance.setUpdates(3, 2);
        assertEquals(3, asked().training().discriminatorSteps());
        balance.setNoise(0.25);
        assertEquals(3, asked().training().discriminatorSteps());
        assertEquals(
                new Regularizer.InstanceNoise(0.25, 0), asked().regularizers().get(0));
        balance.setAugmentation(0.5);
        balance.setPenalty(2);
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
        balance.setDecay(0.9);
        bench.window.undo().undo();
        assertEquals(before, asked());
        bench.window.undo().redo();
        assertEquals(0.9, asked().training().emaDecay());
    }

    @Test
    void whatTheGameForbidsIsRefusedWithItsReasonAndNothingIsSent() {
        balance.setSmoothing(0.7);
        assertTrue(
                balance.refusalProperty().get().contains("0.5"),
                balance.refusalProperty().get());
        assertEquals(0, bench.count(TrainingCommand.Adjust.class));
        assertFalse(bench.window.undo().availableProperty().get());
        balance.setSmoothing(0.1);
        assertEquals("", balance.refusalProperty().get());
    }

    @Test
    void whatANewStartCostsStandsThereBefore() {
        WindowFixture trained = WindowFixture.trained();
        assertTrue(trained.window.train().liveTuning().costProperty().get().contains("12 steps"));
    }
}
