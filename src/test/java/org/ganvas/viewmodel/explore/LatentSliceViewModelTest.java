package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.support.UndoStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatentSliceViewModelTest {

    private final LatentSlidersViewModel sliders = new LatentSlidersViewModel((kind, state) -> {}, () -> {});
    private final LatentSliceViewModel slice =
            new LatentSliceViewModel(sliders, new LatentSlotsViewModel(new UndoStack(), sliders::inStyles), () -> {});

    @BeforeEach
    void build() {
        var spec = PresetRegistry.get("minute").spec();
        sliders.build(spec, List.of(), new LatentPoint(new float[spec.latentDim()], new float[0], 1));
        find();
    }

    private void find() {
        int width = sliders.dimensionsProperty().get().size();
        sliders.setDirections(List.of(
                new LatentDirection("smile", new float[width], 0.01),
                new LatentDirection("", new float[width], 0.3),
                new LatentDirection("", new float[width], 0.2)));
    }

    private static String name(LatentSliceAxis axis) {
        return axis.kind() + " " + axis.index();
    }

    @Test
    void strongestDirectionsAreTheAxesUntilOthersAreChosen() {
        assertEquals("DIMENSION 0", name(slice.acrossProperty().get()));
        slice.suggest(1, 2, 4);
        assertEquals("DIRECTION 1", name(slice.acrossProperty().get()));
        assertEquals("DIRECTION 2", name(slice.upProperty().get()));
        assertEquals(4, slice.rangeProperty().get());
        slice.upProperty().set(slice.choicesProperty().get().get(0));
        slice.suggest(2, 1, 3);
        assertEquals("DIRECTION 1", name(slice.acrossProperty().get()));
        assertEquals("DIRECTION 0", name(slice.upProperty().get()));
        assertEquals(4, slice.rangeProperty().get(), "it was right for these axes");
    }

    @Test
    void aRangeThatWasChosenStays() {
        slice.zoom(0.5);
        slice.suggest(1, 2, 4);
        assertEquals(1, slice.rangeProperty().get());
        assertEquals("DIRECTION 1", name(slice.acrossProperty().get()));
    }

    @Test
    void whereDirectionsAreGoneTheNextOnesAreTheAxesAgain() {
        slice.suggest(1, 2, 4);
        slice.upProperty().set(slice.choicesProperty().get().get(0));
        sliders.setDirections(List.of());
        assertEquals("DIMENSION 1", name(slice.upProperty().get()));
        find();
        slice.suggest(1, 2, 3);
        assertEquals("DIRECTION 2", name(slice.upProperty().get()));
    }

    @Test
    void withoutTwoDirectionsDimensionsStay() {
        slice.suggest(-1, -1, 4);
        slice.suggest(0, -1, 4);
        assertEquals("DIMENSION 0", name(slice.acrossProperty().get()));
        assertEquals(2, slice.rangeProperty().get());
    }
}
