package org.ganvas.viewmodel.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sliders of directions in w, by layers, with everything else that is done with the style beside them. */
final class StyleEditsViewModelTest {

    private static final GanSpec SPEC = PresetRegistry.get("stylegan").spec();

    private final List<Runnable> undo = new ArrayList<>();
    private final LatentSlidersViewModel sliders =
            new LatentSlidersViewModel((kind, state) -> undo.add(state.get()), () -> {});

    @BeforeEach
    void build() {
        sliders.build(SPEC, List.of(), seed(1));
        sliders.setDirections(List.of(direction(5), direction(6)));
    }

    private static LatentPoint seed(long seed) {
        return new LatentPoint(LatentSampling.ofSeed(seed, SPEC.latentDim()), new float[0], 1);
    }

    private static LatentDirection direction(long seed) {
        return new LatentDirection("", LatentSampling.ofSeed(seed, StyleEdits.SEEDS), 0.2, LatentDirection.Space.W);
    }

    private LatentSlider first() {
        return sliders.directionsProperty().get().get(0);
    }

    private List<StyleEdits.Shift> shifts() {
        return sliders.point().style().shifts();
    }

    @Test
    void thirdsOfTheLayersFollowTheSizesOfTheImage() {
        assertEquals(6, sliders.styles().layersProperty().get());
        assertEquals(4, LayerRange.FINE.from(6));
        assertEquals(2, LayerRange.COARSE.to(8));
        assertEquals(2, LayerRange.MIDDLE.from(8));
        assertEquals(5, LayerRange.FINE.from(8));
        assertEquals(StyleEdits.ALL, LayerRange.FINE.to(8));
    }

    @Test
    void eachThirdHasAnAmountOfItsOwnAndKeepsItWhileOthersAreMoved() {
        sliders.setRange(LayerRange.COARSE);
        sliders.set(first(), 1.5);
        sliders.setRange(LayerRange.FINE);
        assertEquals(0, first().valueProperty().get());
        sliders.set(first(), -0.5);
        assertEquals(2, shifts().size());
        sliders.setRange(LayerRange.COARSE);
        assertEquals(1.5, first().valueProperty().get());
        sliders.reset();
        assertTrue(shifts().isEmpty());
        assertEquals(0, first().valueProperty().get());
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void anOpenedLatentPutsItsMovesOnTheSlidersAndOtherDirectionsLeaveTheImage() {
        StyleEdits.Shift known = new StyleEdits.Shift(direction(5).vector(), 0, StyleEdits.ALL, 2);
        StyleEdits.Shift foreign = new StyleEdits.Shift(direction(9).vector(), 0, StyleEdits.ALL, 1);
        sliders.open(seed(3).withStyle(StyleEdits.NONE.shifted(known).shifted(foreign)));
        assertEquals(2, first().valueProperty().get());
        assertEquals(1, sliders.styles().restProperty().get().shifts().size());
        sliders.setDirections(List.of(direction(7)));
        assertEquals(2, shifts().size());
        assertEquals(2, sliders.styles().restProperty().get().shifts().size());
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void mixedStylesAndNoiseStayWhileDimensionsMoveAndCanBeUndone() {
        LatentPoint mixed = seed(1).mixedWith(seed(2), 5);
        sliders.open(mixed);
        sliders.editStyle("noise", edits -> edits.withNoise(StyleEdits.NO_NOISE));
        assertTrue(sliders.changedProperty().get());
        sliders.set(sliders.dimensionsProperty().get().get(0), 0.25);
        StyleEdits.Term term = sliders.point().style().terms().get(0);
        assertSame(mixed.style().terms().get(0), term);
        assertEquals(5, term.from());
        assertEquals(StyleEdits.NO_NOISE, sliders.point().style().noise());
        undo.get(undo.size() - 2).run();
        assertEquals(StyleEdits.STILL, sliders.point().style().noise());
        assertFalse(sliders.changedProperty().get());
        // Mixed in turn, each range of layers has one latent.
        StyleEdits again = mixed.mixedWith(seed(3), 7).style();
        assertEquals(2, again.terms().size());
        assertEquals(1, again.ownShare(4));
        assertEquals(0, again.ownShare(5));
        assertEquals(0, again.ownShare(7));
    }
}
