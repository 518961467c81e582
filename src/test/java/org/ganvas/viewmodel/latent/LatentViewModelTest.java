package org.ganvas.viewmodel.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.LatentPrior;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.Test;

final class LatentViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final LatentViewModel latent = bench.window.train().latent();

    @Test
    void startsAtTheLatentOfItsSeed() {
        assertEquals(32, latent.dimension());
        assertArrayEquals(LatentSampling.ofSeed(1, 32), newest().latents().get(0));
        assertNotNull(latent.imageProperty().get());
    }

    @Test
    void aSliderRequestsItsLatentAtOnceButOnlyOnceAFrame() {
        int before = bench.renderer.requests().size();
        set(5, 2.5);
        assertEquals(before + 1, bench.renderer.requests().size());
        assertEquals(2.5f, newest().latents().get(0)[5]);
        set(5, 2.75);
        set(5, 3);
        assertEquals(before + 1, bench.renderer.requests().size());
        bench.frames(3);
        assertEquals(before + 2, bench.renderer.requests().size());
        assertEquals(3f, newest().latents().get(0)[5]);
    }

    @Test
    void theWalkIsAtAAgainWithTheLatentOfAnotherPreset() {
        latent.walk().togglePlaying();
        latent.goTo(0.75);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-b"));
        bench.frames(3);
        assertTrue(latent.dimension() != 32);
        assertEquals(0, latent.walk().positionProperty().get());
        assertArrayEquals(
                LatentSampling.ofSeed(1, latent.dimension()), newest().latents().get(0));
    }

    @Test
    void aMoveOnTheLatentPadIsOneRequest() {
        int before = bench.renderer.requests().size();
        latent.moveTo(0.5, -1.25);
        bench.frames(3);
        assertEquals(before + 1, bench.renderer.requests().size());
        assertEquals(0.5f, newest().latents().get(0)[0]);
        assertEquals(-1.25f, newest().latents().get(0)[1]);
    }

    @Test
    void aScreenThatIsNotShownRequestsNothingAndAsksAgainWhenItIsEntered() {
        bench.window.navigation().show(AppScreen.EXPLORE);
        bench.frames(2);
        int before = bench.renderer.requests().size();
        set(5, 2.5);
        bench.frames(3);
        assertEquals(before, bench.renderer.requests().size());
        bench.window.navigation().show(AppScreen.TRAIN);
        assertEquals(2.5f, newest().latents().get(0)[5]);
    }

    @Test
    void anAnswerToTheExploreScreenIsNotShownHere() {
        bench.frames(2);
        LatentRequest own = newest();
        bench.window.navigation().show(AppScreen.EXPLORE);
        bench.window.explore().models().slice().sizeProperty().set(3);
        bench.window.explore().putCurrentIntoSlot(0);
        bench.frames(2);
        LatentRequest other = newest();
        assertEquals(own.latents().size(), other.latents().size());
        bench.window.navigation().show(AppScreen.TRAIN);
        bench.frames(2);
        Object shown = latent.imageProperty().get();
        // Late, and with as many images as an answer to this screen.
        bench.renderer.request(other);
        bench.frames(2);
        assertSame(shown, latent.imageProperty().get());
        bench.renderer.request(own);
        bench.frames(2);
        assertNotSame(shown, latent.imageProperty().get());
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
        float[] seed = LatentSampling.ofSeed(1, 32);
        set(3, 1.25);
        set(4, 1.25);
        latent.sliders().resetOne(dimension(3));
        assertEquals(seed[3], dimension(3).valueProperty().get(), 1e-6);
        assertEquals(1.25, dimension(4).valueProperty().get());
        latent.sliders().reset();
        assertEquals(seed[4], dimension(4).valueProperty().get(), 1e-6);
    }

    @Test
    void theCurrentLatentGoesToExploreWithItsClass() {
        latent.labelProperty().set(3);
        LatentPoint point = latent.current();
        assertEquals(10, point.classWeights().length);
        assertEquals(1, point.classWeights()[3]);
        bench.window.explore().actions().openFromRun(point);
        assertEquals(
                AppScreen.EXPLORE, bench.window.navigation().shownProperty().get());
        assertArrayEquals(
                point.latent(),
                bench.window.explore().models().sliders().point().latent());
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
        assertArrayEquals(LatentSampling.ofSeed(2, 32), newest().latents().get(0));
    }

    @Test
    void walkMovesTheSlidersAlongTheChosenPath() {
        latent.walk().pathProperty().set(LatentInterpolation.LERP);
        latent.goTo(0.25);
        bench.frames(2);
        float[] expected = LatentSampling.lerp(LatentSampling.ofSeed(1, 32), LatentSampling.ofSeed(2, 32), 0.25);
        assertArrayEquals(expected, newest().latents().get(0));
        assertArrayEquals(expected, newest().latents().get(3), 1e-6f);
    }

    @Test
    void goingToWhereTheWalkStandsStillMovesTheSlidersBack() {
        latent.goTo(1);
        set(0, 3);
        latent.goTo(1);
        assertEquals(
                LatentSampling.ofSeed(2, 32)[0], dimension(0).valueProperty().get(), 1e-5);
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
    void movingASliderEndsTheWalk() {
        latent.walk().togglePlaying();
        bench.frames(2);
        set(0, 1);
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
        assertEquals("z1", dimension(0).name());
        assertEquals("z32", dimension(31).name());
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("infogan"));
        bench.frames(2);
        int codes = PresetRegistry.get("infogan").spec().codes();
        assertEquals("code 1", dimension(latent.dimension() - codes).name());
        assertEquals(
                "z" + (latent.dimension() - codes),
                dimension(latent.dimension() - codes - 1).name());
    }

    @Test
    void uniformLatentsKeepSlidersWalksAndRandomDrawsBetweenMinusOneAndOne() {
        assertEquals(3, dimension(0).max());
        bench.window.train().runSetup().choosePrior(LatentPrior.UNIFORM);
        bench.frames(2);
        assertEquals(LatentPrior.UNIFORM, bench.window.train().runSetup().shownPrior());
        assertEquals(-1, dimension(0).min());
        assertEquals(1, dimension(0).max());
        assertEquals(Math.sqrt(32 / 3.0), latent.typicalNorm(), 1e-9);
        latent.sliders().randomise();
        latent.walk().pathProperty().set(LatentInterpolation.LERP);
        bench.frames(2);
        for (float[] drawn : newest().latents()) {
            for (float value : drawn) {
                assertTrue(Math.abs(value) <= 1, "beyond the prior: " + value);
            }
        }
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("vae"));
        bench.frames(2);
        assertNull(bench.window.train().runSetup().shownPrior());
    }

    private LatentSlider dimension(int index) {
        return latent.sliders().dimensionsProperty().get().get(index);
    }

    private void set(int index, double value) {
        latent.sliders().set(dimension(index), value);
    }

    private LatentRequest newest() {
        return bench.renderer.requests().get(bench.renderer.requests().size() - 1);
    }
}
