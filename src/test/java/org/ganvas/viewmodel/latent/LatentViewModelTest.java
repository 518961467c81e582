package org.ganvas.viewmodel.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.Latents;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;

final class LatentViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final LatentViewModel latent = bench.window.train().latent();

    @Test
    void startsAtTheLatentOfItsSeed() {
        assertEquals(32, latent.dimension());
        assertArrayEquals(Latents.ofSeed(1, 32), newest().latents().get(0));
        assertNotNull(latent.pictureProperty().get());
    }

    @Test
    void movingASliderAsksForThatLatentOnceAFrame() {
        int before = bench.renderer.requests().size();
        latent.setCoordinate(5, 2.5);
        latent.setCoordinate(5, 2.75);
        bench.frames(1);
        assertEquals(before + 1, bench.renderer.requests().size());
        assertEquals(2.75f, newest().latents().get(0)[5]);
    }

    @Test
    void nothingIsAskedForWhileNothingMoves() {
        bench.frames(1);
        int before = bench.renderer.requests().size();
        bench.frames(5);
        assertEquals(before, bench.renderer.requests().size());
    }

    @Test
    void resetBringsBackTheSeedAndOneSliderAlone() {
        float[] seed = Latents.ofSeed(1, 32);
        latent.setCoordinate(3, 1.25);
        latent.setCoordinate(4, 1.25);
        latent.resetCoordinate(3);
        assertEquals(seed[3], latent.coordinatesProperty().get().get(3).get(), 1e-6);
        assertEquals(1.25, latent.coordinatesProperty().get().get(4).get());
        latent.reset();
        assertEquals(seed[4], latent.coordinatesProperty().get().get(4).get(), 1e-6);
    }

    @Test
    void centreIsZeroEverywhere() {
        latent.centre();
        bench.frames(1);
        assertEquals(0, latent.normProperty().get());
    }

    @Test
    void newSeedIsAnotherLatent() {
        latent.newSeed();
        bench.frames(1);
        assertEquals(2, latent.seedProperty().get());
        assertArrayEquals(Latents.ofSeed(2, 32), newest().latents().get(0));
    }

    @Test
    void walkMovesTheSlidersAlongTheChosenPath() {
        latent.walk().pathProperty().set(LatentInterpolation.LERP);
        latent.goTo(0.25);
        bench.frames(1);
        float[] expected = Latents.lerp(Latents.ofSeed(1, 32), Latents.ofSeed(2, 32), 0.25);
        assertArrayEquals(expected, newest().latents().get(0));
        assertArrayEquals(expected, newest().latents().get(3), 1e-6f);
    }

    @Test
    void goingToWhereTheWalkStandsStillMovesTheSlidersBack() {
        latent.goTo(1);
        latent.setCoordinate(0, 3);
        latent.goTo(1);
        assertEquals(
                Latents.ofSeed(2, 32)[0],
                latent.coordinatesProperty().get().get(0).get(),
                1e-5);
    }

    @Test
    void playGoesThereAndBack() {
        latent.walk().togglePlaying();
        double highest = 0;
        boolean cameBack = false;
        for (int i = 0; i < 300; i++) {
            bench.frames(1);
            double at = latent.walk().positionProperty().get();
            highest = Math.max(highest, at);
            cameBack |= highest == 1 && at < 0.5;
        }
        assertEquals(1, highest);
        assertTrue(cameBack);
    }

    @Test
    void handOnASliderEndsTheWalk() {
        latent.walk().togglePlaying();
        bench.frames(2);
        latent.setCoordinate(0, 1);
        assertFalse(latent.walk().playingProperty().get());
    }

    @Test
    void classIsAskedForOnlyWhereThereAreClasses() {
        latent.labelProperty().set(7);
        bench.frames(1);
        assertEquals(7, newest().labels().get(0));
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(2);
        assertTrue(latent.classNamesProperty().get().isEmpty());
        assertEquals(100, latent.dimension());
        assertEquals(0, newest().labels().get(0));
    }

    @Test
    void codesOfInfoGanHaveNamesAndNoiseHasNumbers() {
        assertEquals("z1", latent.name(0));
        assertEquals("z32", latent.name(31));
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("infogan"));
        bench.frames(2);
        int codes = PresetRegistry.get("infogan").spec().codes();
        assertEquals("code 1", latent.name(latent.dimension() - codes));
        assertEquals("z" + (latent.dimension() - codes), latent.name(latent.dimension() - codes - 1));
    }

    private LatentRequest newest() {
        return bench.renderer.requests().get(bench.renderer.requests().size() - 1);
    }
}
