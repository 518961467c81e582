package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class SampleGridViewModelTest {

    @Test
    void conditionalNetworksGetAColumnAClass() {
        WindowFixture bench = WindowFixture.ready();
        assertEquals(new TrainingCommand.SetGrid(8, 10, true), bench.last(TrainingCommand.SetGrid.class));
        bench.shell.runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(1);
        assertEquals(new TrainingCommand.SetGrid(8, 8, true), bench.last(TrainingCommand.SetGrid.class));
        bench.shell.sampleGrid().setGridSize(16);
        assertEquals(new TrainingCommand.SetGrid(16, 16, true), bench.last(TrainingCommand.SetGrid.class));
    }

    @Test
    void averagedWeightsAreAskedForInTheLatentPanelToo() {
        WindowFixture bench = WindowFixture.ready();
        bench.shell.sampleGrid().setAveraged(false);
        bench.frames(1);
        assertFalse(bench.last(TrainingCommand.SetGrid.class).averaged());
        assertFalse(
                bench.latent.requests().get(bench.latent.requests().size() - 1).averaged());
    }
}
