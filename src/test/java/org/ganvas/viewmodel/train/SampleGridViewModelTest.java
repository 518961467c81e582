package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class SampleGridViewModelTest {

    @Test
    void conditionalNetworksHaveAColumnForEachClass() {
        WindowFixture window = WindowFixture.ready();
        assertEquals(new TrainingCommand.SetGrid(8, 10, true), window.last(TrainingCommand.SetGrid.class));
        window.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        window.frames(1);
        assertEquals(new TrainingCommand.SetGrid(8, 8, true), window.last(TrainingCommand.SetGrid.class));
        window.window.train().sampleGrid().setGridSize(16);
        assertEquals(new TrainingCommand.SetGrid(16, 16, true), window.last(TrainingCommand.SetGrid.class));
    }

    @Test
    void averagedWeightsAreRequestedForTheCurrentLatentToo() {
        WindowFixture window = WindowFixture.ready();
        window.window.train().sampleGrid().setAveraged(false);
        window.frames(1);
        assertFalse(window.last(TrainingCommand.SetGrid.class).averaged());
        assertFalse(window.renderer
                .requests()
                .get(window.renderer.requests().size() - 1)
                .averaged());
    }
}
