package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.train.TrainingSettingsViewModel.Rates;
import org.junit.jupiter.api.Test;

final class TrainingSettingsViewModelTest {

    @Test
    void rateReachesTheSessionAndTheOtherStays() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().sampleGrid().setGeneratorRate(1e-3);
        assertEquals(new TrainingCommand.SetRates(1e-3, 5e-4), bench.last(TrainingCommand.SetRates.class));
        bench.frames(2);
        assertEquals(
                new Rates(1e-3, 5e-4),
                bench.window.train().sampleGrid().ratesProperty().get());
    }

    @Test
    void rateOutsideItsRangeIsBroughtInto() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().sampleGrid().setDiscriminatorRate(7);
        assertEquals(1, bench.last(TrainingCommand.SetRates.class).discriminator());
    }

    @Test
    void draggedRateIsOneUndo() {
        WindowFixture bench = WindowFixture.ready();
        for (double rate : new double[] {6e-4, 7e-4, 8e-4}) {
            bench.window.train().sampleGrid().setGeneratorRate(rate);
            bench.frames(1);
        }
        bench.window.undo().undo();
        assertEquals(
                5e-4, bench.window.train().sampleGrid().ratesProperty().get().generator());
        assertFalse(bench.window.undo().availableProperty().get());
    }

    @Test
    void ratesAfterAPauseAreTwoUndos() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().sampleGrid().setGeneratorRate(6e-4);
        bench.frames(40);
        bench.window.train().sampleGrid().setGeneratorRate(7e-4);
        bench.window.undo().undo();
        assertEquals(
                6e-4, bench.window.train().sampleGrid().ratesProperty().get().generator());
    }

    @Test
    void conditionalNetworksGetAColumnAClass() {
        WindowFixture bench = WindowFixture.ready();
        assertEquals(new TrainingCommand.SetGrid(8, 10, true), bench.last(TrainingCommand.SetGrid.class));
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(1);
        assertEquals(new TrainingCommand.SetGrid(8, 8, true), bench.last(TrainingCommand.SetGrid.class));
        bench.window.train().sampleGrid().setGridSize(16);
        assertEquals(new TrainingCommand.SetGrid(16, 16, true), bench.last(TrainingCommand.SetGrid.class));
    }

    @Test
    void averagedWeightsAreAskedForInTheLatentPanelToo() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().sampleGrid().setAveraged(false);
        bench.frames(1);
        assertFalse(bench.last(TrainingCommand.SetGrid.class).averaged());
        assertFalse(bench.renderer
                .requests()
                .get(bench.renderer.requests().size() - 1)
                .averaged());
    }
}
