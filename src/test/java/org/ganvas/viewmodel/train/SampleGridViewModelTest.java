package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class SampleGridViewModelTest {

    /** Before the window sends anything, because a run that is opened keeps its first grid in the timeline. */
    @Test
    void conditionalNetworksHaveAColumnForEachClass() {
        TrainingCommand.SetGrid eight = new TrainingCommand.SetGrid(8, 8, true);
        GanSpec digits = PresetRegistry.get("minute").spec();
        assertEquals(new SampleGridLayout(8, 10, 1), eight.layout(digits, 1));
        assertEquals(new SampleGridLayout(16, 16, 1), new TrainingCommand.SetGrid(16, 16, true).layout(digits, 1));
        assertEquals(
                new SampleGridLayout(8, 8, 1),
                eight.layout(PresetRegistry.get("mlp-a").spec(), 1));
    }

    @Test
    void theSizeOfTheGridIsTheUsers() {
        WindowFixture window = WindowFixture.ready();
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
