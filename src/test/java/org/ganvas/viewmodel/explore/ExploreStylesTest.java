package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.explore.StyleMixingViewModel.Source;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.latent.LayerRange;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Explore screen of a generator with styles, with a fake session. */
final class ExploreStylesTest {

    private static final int WIDTH = 64;

    private final WindowFixture bench = WindowFixture.ready();
    private final ExploreViewModel explore = bench.window.explore();
    private final LatentSlidersViewModel sliders = explore.models().sliders();
    private final StyleMixingViewModel mixing = explore.models().mixing();

    @BeforeEach
    void enter() {
        load("stylegan");
        bench.window.navigation().show(AppScreen.EXPLORE);
        bench.frames(2);
    }

    private void load(String preset) {
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1)));
        bench.frames(30);
    }

    private static LatentPoint seed(long seed) {
        return new LatentPoint(LatentSampling.ofSeed(seed, WIDTH), new float[0], 1);
    }

    private LatentPoint at(int index) {
        return Objects.requireNonNull(mixing.latentAt(index));
    }

    @Test
    void theGridHasTheLatentsAtItsEdgesAndTheirMixesBetweenThem() {
        explore.toolProperty().set(Tool.STYLES);
        mixing.setCut(LayerRange.FINE);
        bench.wait(2);
        SampleGrid grid = Objects.requireNonNull(mixing.gridProperty().get());
        assertEquals(5, grid.rows());
        assertEquals(5, grid.columns());
        assertNull(mixing.latentAt(0));
        assertArrayEquals(LatentSampling.ofSeed(11, WIDTH), at(1).latent());
        assertArrayEquals(LatentSampling.ofSeed(2, WIDTH), at(10).latent());
        assertTrue(at(10).style().isNone());
        LatentPoint mix = at(13);
        assertArrayEquals(LatentSampling.ofSeed(2, WIDTH), mix.latent());
        StyleEdits.Term fine = mix.style().terms().get(0);
        assertArrayEquals(LatentSampling.ofSeed(13, WIDTH), fine.latent());
        assertEquals(4, fine.from());
        assertEquals(StyleEdits.ALL, fine.to());
        explore.imageActions(mixing.gridProperty()::get, mixing::latentAt).open(13);
        assertEquals(1, sliders.point().style().terms().size());
    }

    @Test
    void rowsAreTheCurrentLatentAndColumnsFavouritesWhereTheUserSaysSo() {
        explore.toolProperty().set(Tool.STYLES);
        mixing.rowsProperty().set(Source.CURRENT);
        mixing.columnsProperty().set(Source.FAVOURITES);
        bench.wait(2);
        assertNull(mixing.gridProperty().get());
        explore.models().favourites().add(seed(7), null);
        explore.models().favourites().add(seed(8), null);
        sliders.set(sliders.dimensionsProperty().get().get(3), 0.75);
        bench.wait(2);
        SampleGrid grid = Objects.requireNonNull(mixing.gridProperty().get());
        assertEquals(2, grid.rows());
        assertEquals(3, grid.columns());
        assertEquals(0.75f, at(3).latent()[3]);
        assertArrayEquals(
                LatentSampling.ofSeed(8, WIDTH), at(5).style().terms().get(0).latent());
    }

    @Test
    void aGeneratorWithoutStylesHasNoGridAndLeavesTheTool() {
        explore.toolProperty().set(Tool.STYLES);
        bench.wait(2);
        assertTrue(mixing.availableProperty().get());
        assertNotNull(mixing.gridProperty().get());
        load("minute");
        bench.frames(2);
        assertFalse(mixing.availableProperty().get());
        assertNull(mixing.gridProperty().get());
        assertEquals(Tool.SLICE, explore.toolProperty().get());
        assertFalse(sliders.inStyles());
    }

    @Test
    void pathsAndArithmeticOfStylesAreSumsThatAddUpToOne() {
        explore.actions().putIntoSlot(seed(1), 0);
        explore.actions().putIntoSlot(seed(2), 1);
        explore.actions().putIntoSlot(seed(3), 2);
        LatentPoint quarter = explore.models().interpolation().at(LatentInterpolation.STYLE, 0.125);
        assertArrayEquals(seed(1).latent(), quarter.latent());
        assertEquals(0.75, quarter.style().ownShare(4), 1e-12);
        assertEquals(0.25, quarter.style().terms().get(0).weight(), 1e-12);
        LatentPoint sum = Objects.requireNonNull(explore.models().arithmetic().result());
        List<StyleEdits.Term> terms = sum.style().terms();
        assertEquals(1, sum.style().ownShare(0), 1e-12);
        assertEquals(-1, terms.get(0).weight());
        assertArrayEquals(seed(2).latent(), terms.get(0).latent());
        assertEquals(1, terms.get(1).weight());
    }

    @Test
    void truncationStaysBesideTheLatentAndTheSliderActsAtOnce() {
        sliders.setTruncation(0);
        bench.frames(1);
        var newest = bench.renderer.requests().get(bench.renderer.requests().size() - 1);
        assertArrayEquals(LatentSampling.ofSeed(1, WIDTH), newest.latents().get(0));
        assertEquals(0, newest.controls().get(0).truncation());
        assertEquals(
                LatentSampling.norm(newest.latents().get(0)),
                explore.normProperty().get(),
                1e-9);
    }
}
