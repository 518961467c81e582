package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Explore screen with a fake session: 32 dimensions and 10 classes. */
final class ExploreViewModelTest {

    private static final float[] FIRST_CLASS = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final WindowFixture bench = WindowFixture.ready();
    private final ExploreViewModel explore = bench.window.explore();
    private final LatentSlidersViewModel sliders = explore.models().sliders();

    @BeforeEach
    void enter() {
        bench.window.navigation().show(AppScreen.EXPLORE);
        bench.frames(2);
    }

    @Test
    void startsAtALatentAndShowsIt() {
        assertArrayEquals(LatentSampling.ofSeed(1, 32), newest().latents().get(0));
        assertArrayEquals(FIRST_CLASS, newest().classWeights().get(0));
        assertNotNull(explore.imageProperty().get());
    }

    @Test
    void aSliderRequestsItsLatentAtOnceButOnlyOnceAFrame() {
        int before = bench.renderer.requests().size();
        sliders.set(dimension(5), 2.5);
        assertEquals(before + 1, bench.renderer.requests().size());
        assertEquals(2.5f, newest().latents().get(0)[5]);
        sliders.set(dimension(5), 2.75);
        sliders.set(dimension(5), 3);
        assertEquals(before + 1, bench.renderer.requests().size());
        bench.frames(3);
        assertEquals(before + 2, bench.renderer.requests().size());
        assertEquals(3f, newest().latents().get(0)[5]);
    }

    @Test
    void aMoveAlongBothAxesOfTheSliceIsOneRequest() {
        int before = bench.renderer.requests().size();
        LatentPoint start = sliders.point();
        explore.models().slice().move(0.5, -0.25);
        assertEquals(before + 1, bench.renderer.requests().size());
        assertEquals(start.latent()[0] + 0.5f, newest().latents().get(0)[0], 1e-6f);
        assertEquals(start.latent()[1] - 0.25f, newest().latents().get(0)[1], 1e-6f);
    }

    @Test
    void theMapShowsTheSliceAroundTheLatentThatRests() {
        bench.frames(30);
        LatentPoint rest = sliders.point();
        assertEquals(25, explore.mapProperty().get().count());
        assertArrayEquals(rest.latent(), explore.mapLatent(12).latent(), 1e-6f);
        int whole = newest().latents().size();
        for (int i = 0; i < 6; i++) {
            sliders.set(dimension(5), 0.1 * i);
            bench.frames(1);
        }
        assertEquals(whole - 25, newest().latents().size(), "not while it moves");
        bench.frames(30);
        assertEquals(whole, newest().latents().size());
        assertEquals(0.5f, explore.mapLatent(12).latent()[5], 1e-6f);
    }

    @Test
    void onlyAGeneratorFromAFileIsForeign(@TempDir Path folder) throws ProjectException {
        GeneratorSourceViewModel source = explore.models().source();
        source.freeze();
        bench.frames(2);
        assertFalse(source.foreignProperty().get(), "a copy of the run has the data of the run");
        Path file = folder.resolve("other.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), file);
        source.openFile(file);
        bench.frames(2);
        assertTrue(source.foreignProperty().get());
        SampleGrid real = bench.window.train().samples().realProperty().get();
        explore.imageActions(() -> real, index -> null).find(0);
        assertFalse(source.foreignProperty().get(), "an image of the run is looked for in the generator of the run");
        assertArrayEquals(
                real.image(0).pixels(),
                explore.models().drawingBoard().canvasProperty().get().pixels());
    }

    @Test
    void figuresOfTheRunWaitWhileTheLatentMoves() {
        bench.window.train().run().toggle();
        bench.frames(30);
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            sliders.set(dimension(0), 0.1 * (i + 1));
            bench.frames(1);
            steps.add(bench.window.status().stepProperty().get());
        }
        assertTrue(new HashSet<>(steps).size() <= 5, steps::toString);
        bench.frames(30);
        assertNotEquals(steps.get(17), bench.window.status().stepProperty().get());
    }

    @Test
    void aScreenThatIsNotShownRequestsNothing() {
        bench.window.navigation().show(AppScreen.TRAIN);
        bench.frames(2);
        int before = bench.renderer.requests().size();
        sliders.set(dimension(5), 2.5);
        bench.frames(3);
        assertEquals(before, bench.renderer.requests().size());
    }

    @Test
    void resetIsAvailableOnlyAfterAChangeAndLockedSlidersStay() {
        assertFalse(sliders.changedProperty().get());
        sliders.set(dimension(1), 2);
        assertTrue(sliders.changedProperty().get());
        dimension(1).lockedProperty().set(true);
        sliders.set(dimension(1), -2);
        sliders.randomise();
        sliders.reset();
        assertEquals(2, dimension(1).valueProperty().get());
        dimension(1).lockedProperty().set(false);
        sliders.resetOne(dimension(1));
        assertEquals(
                LatentSampling.ofSeed(1, 32)[1], dimension(1).valueProperty().get(), 1e-6);
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void undoRevertsADragAsOneStep() {
        float[] before = sliders.point().latent();
        sliders.set(dimension(0), 1);
        sliders.set(dimension(0), 2);
        bench.wait(2);
        sliders.randomise();
        bench.window.undo().undo();
        assertEquals(2, dimension(0).valueProperty().get());
        bench.window.undo().undo();
        assertArrayEquals(before, sliders.point().latent());
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void truncationIsRequestedWithTheLatent() {
        sliders.setTruncation(0.5);
        bench.frames(1);
        assertEquals(LatentSampling.ofSeed(1, 32)[7], newest().latents().get(0)[7]);
        assertEquals(0.5, newest().controls().get(0).truncation());
    }

    @Test
    void blendOfTwoClassesIsRequestedAsWeights() {
        sliders.blend(3, 8, 0.25);
        bench.frames(1);
        float[] weights = newest().classWeights().get(0);
        assertEquals(0.75f, weights[3]);
        assertEquals(0.25f, weights[8]);
        sliders.set(sliders.classesProperty().get().get(0), 1);
        bench.frames(1);
        assertEquals(0.5f, newest().classWeights().get(0)[0]);
    }

    @Test
    void aPatchLiesOnTheSliceAroundTheCurrentLatent() {
        LatentSliceViewModel slice = explore.models().slice();
        slice.sizeProperty().set(3);
        slice.rangeProperty().set(1.5);
        bench.frames(2);
        List<float[]> latents = newest().latents();
        float[] current = LatentSampling.ofSeed(1, 32);
        assertEquals(9, latents.size());
        assertArrayEquals(current, latents.get(4));
        assertEquals(current[0] - 1.5f, latents.get(0)[0], 1e-5);
        assertEquals(current[1] + 1.5f, latents.get(0)[1], 1e-5);
        assertEquals(current[0] + 1.5f, latents.get(5)[0], 1e-5);
        assertEquals(current[1], latents.get(5)[1], 1e-5);
        assertEquals(3, explore.imageProperty().get().rows());
        slice.move(0.5, -0.25);
        assertEquals(current[0] + 0.5, dimension(0).valueProperty().get(), 1e-5);
        assertEquals(current[1] - 0.25, dimension(1).valueProperty().get(), 1e-5);
    }

    @Test
    void slerpKeepsTheNormAndLerpDipsAsTheFormulaSays() {
        putIntoSlot(1, 0);
        putIntoSlot(2, 1);
        float[] a = LatentSampling.ofSeed(1, 32);
        float[] b = LatentSampling.ofSeed(2, 32);
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += a[i] * b[i] / (LatentSampling.norm(a) * LatentSampling.norm(b));
        }
        double na = LatentSampling.norm(a);
        double nb = LatentSampling.norm(b);
        InterpolationViewModel interpolation = explore.models().interpolation();
        for (double t : new double[] {0, 0.25, 0.5, 0.9, 1}) {
            double straight = LatentSampling.norm(
                    interpolation.at(LatentInterpolation.LERP, t).latent());
            double expected =
                    Math.sqrt((1 - t) * (1 - t) * na * na + t * t * nb * nb + 2 * t * (1 - t) * na * nb * cosine);
            assertEquals(expected, straight, 1e-4);
            assertEquals(
                    (1 - t) * na + t * nb,
                    LatentSampling.norm(
                            interpolation.at(LatentInterpolation.SLERP, t).latent()),
                    1e-4);
        }
    }

    @Test
    void anInterpolationOfThreeSlotsPassesThemAndALoopComesBack() {
        putIntoSlot(1, 0);
        putIntoSlot(2, 1);
        putIntoSlot(3, 3);
        InterpolationViewModel interpolation = explore.models().interpolation();
        assertArrayEquals(
                LatentSampling.ofSeed(2, 32),
                interpolation.at(LatentInterpolation.SLERP, 0.5).latent(),
                1e-5f);
        assertArrayEquals(
                LatentSampling.ofSeed(3, 32),
                interpolation.at(LatentInterpolation.SLERP, 1).latent(),
                1e-5f);
        interpolation.loopProperty().set(true);
        assertArrayEquals(
                LatentSampling.ofSeed(1, 32),
                interpolation.at(LatentInterpolation.SLERP, 1).latent(),
                1e-5f);
        explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
        bench.frames(2);
        assertEquals(1 + 3 + 9 + 9, newest().latents().size());
        assertEquals(9, interpolation.lerpImagesProperty().get().columns());
        interpolation.goTo(1.0 / 3);
        assertArrayEquals(LatentSampling.ofSeed(2, 32), sliders.point().latent(), 1e-5f);
    }

    @Test
    void aMinusBPlusCIsRenderedAndOpened() {
        putIntoSlot(1, 0);
        putIntoSlot(2, 1);
        putIntoSlot(3, 2);
        explore.models().arithmetic().keepsLengthProperty().set(false);
        explore.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
        bench.frames(2);
        float[] expected = new float[32];
        for (int i = 0; i < 32; i++) {
            expected[i] =
                    LatentSampling.ofSeed(1, 32)[i] - LatentSampling.ofSeed(2, 32)[i] + LatentSampling.ofSeed(3, 32)[i];
        }
        assertArrayEquals(expected, newest().latents().get(newest().latents().size() - 1), 1e-5f);
        assertNotNull(explore.models().arithmetic().imageProperty().get());
        explore.models().arithmetic().openResult();
        assertArrayEquals(expected, sliders.point().latent(), 1e-5f);
        explore.models().arithmetic().keepsLengthProperty().set(true);
        explore.models().arithmetic().openResult();
        double usual = (LatentSampling.norm(LatentSampling.ofSeed(1, 32))
                        + LatentSampling.norm(LatentSampling.ofSeed(2, 32))
                        + LatentSampling.norm(LatentSampling.ofSeed(3, 32)))
                / 3;
        assertEquals(usual, LatentSampling.norm(sliders.point().latent()), 1e-4);
    }

    @Test
    void theCircularWalkKeepsTheNormAndComesBack() {
        float[] before = sliders.point().latent();
        CircularWalkViewModel circle = explore.models().circularWalk();
        circle.turnTo(90);
        float[] quarter = sliders.point().latent();
        assertEquals(LatentSampling.norm(before), LatentSampling.norm(quarter), 1e-4);
        assertNotEquals(before[0], quarter[0], 0.5f);
        circle.turnTo(200);
        circle.turnTo(360);
        assertArrayEquals(before, sliders.point().latent(), 1e-4f);
        circle.togglePlaying();
        bench.frames(5);
        assertTrue(circle.angleProperty().get() > 0);
        assertTrue(circle.playingProperty().get());
    }

    @Test
    void aSliceThroughThreeSlotsContainsThemAll() {
        putIntoSlot(1, 0);
        putIntoSlot(2, 1);
        putIntoSlot(3, 2);
        LatentSliceViewModel slice = explore.models().slice();
        slice.throughSlots();
        float[] current = sliders.point().latent();
        slice.move(0.3, 0.2);
        float[] moved = LatentMath.addScaled(sliders.point().latent(), current, -1);
        // In the slice: nothing is left of the move without its projections on the two axes.
        float[] ab = LatentMath.normalized(
                LatentMath.addScaled(LatentSampling.ofSeed(2, 32), LatentSampling.ofSeed(1, 32), -1));
        float[] ac = LatentMath.normalized(LatentMath.rejection(
                LatentMath.addScaled(LatentSampling.ofSeed(3, 32), LatentSampling.ofSeed(1, 32), -1), ab));
        assertEquals(Math.hypot(0.3, 0.2), LatentSampling.norm(moved), 1e-4);
        assertEquals(0, LatentSampling.norm(LatentMath.rejection(LatentMath.rejection(moved, ab), ac)), 1e-4);
    }

    @Test
    void aPastedLatentRequestsTheSameImage() {
        sliders.randomise();
        sliders.blend(1, 2, 0.3);
        sliders.setTruncation(0.8);
        bench.frames(2);
        LatentRequest before = newest();
        String text = explore.actions().currentLatentAsText();
        sliders.randomise();
        sliders.setTruncation(1);
        bench.frames(1);
        explore.actions().paste(text);
        bench.frames(1);
        assertArrayEquals(before.latents().get(0), newest().latents().get(0));
        assertArrayEquals(before.classWeights().get(0), newest().classWeights().get(0));
        explore.actions().paste("nonsense");
        assertTrue(bench.window.notices().problemProperty().get().contains("This text is not a latent"));
    }

    @Test
    void anImageOfTheSampleGridOpensHereWithItsClass() {
        bench.window.navigation().show(AppScreen.TRAIN);
        SampleGrid grid = bench.window.train().samples().generatedProperty().get();
        LatentPoint point = explore.actions().latentOfRunGrid(grid, 13);
        explore.actions().openFromRun(point);
        assertEquals(
                AppScreen.EXPLORE, bench.window.navigation().shownProperty().get());
        bench.frames(1);
        float[] all = SampleGridLayout.of(bench.training.run().spec(), grid.rows(), grid.columns(), 1)
                .latents(bench.training.run().spec());
        for (int i = 0; i < 32; i++) {
            assertEquals(all[13 * 32 + i], newest().latents().get(0)[i]);
        }
        assertEquals(1, newest().classWeights().get(0)[13 % grid.columns() % 10]);
    }

    @Test
    void favouritesGoToTheSessionAndUndoRevertsThem() {
        explore.actions().addFavourite();
        RunBookmarks bookmarks = bench.last(TrainingCommand.SetBookmarks.class).bookmarks();
        assertArrayEquals(
                LatentSampling.ofSeed(1, 32),
                bookmarks.favourites().get(0).point().latent());
        assertTrue(bookmarks.favourites().get(0).image().length > 0);
        assertTrue(bench.window.projects().document().changedProperty().get());
        sliders.randomise();
        explore.actions().open(explore.models().favourites().latent(0));
        assertArrayEquals(LatentSampling.ofSeed(1, 32), sliders.point().latent());
        bench.wait(2);
        explore.models().favourites().remove(0);
        assertTrue(bench.last(TrainingCommand.SetBookmarks.class).bookmarks().isEmpty());
        bench.window.undo().undo();
        assertEquals(
                1,
                bench.last(TrainingCommand.SetBookmarks.class)
                        .bookmarks()
                        .favourites()
                        .size());
    }

    @Test
    void currentLatentAndSlotsGoToTheSessionAndComeBackWithTheProject() {
        putIntoSlot(7, 2);
        sliders.set(dimension(3), 1.5);
        bench.frames(2);
        assertTrue(bench.window.projects().document().changedProperty().get());
        RunBookmarks kept = bench.last(TrainingCommand.SetBookmarks.class).bookmarks();
        assertEquals(1.5f, kept.inUse().current().latent()[3]);
        assertArrayEquals(
                LatentSampling.ofSeed(7, 32), kept.inUse().slots().get(2).latent());
        load("mlp-a");
        assertEquals(100, sliders.dimensionsProperty().get().size());
        assertTrue(explore.models().slots().filled().isEmpty());
        bench.training.submit(
                new TrainingCommand.SetBookmarks(bench.training.run().number(), kept));
        load("minute");
        assertEquals(1.5, dimension(3).valueProperty().get());
        assertFalse(sliders.changedProperty().get(), "reset restores the latent of the project");
        assertArrayEquals(
                LatentSampling.ofSeed(7, 32), explore.models().slots().point(2).latent());
        assertEquals(null, explore.models().slots().point(0));
        assertFalse(bench.window.projects().document().changedProperty().get(), "as it was opened");
    }

    private void load(String preset) {
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1)));
        bench.wait(2);
    }

    @Test
    void aMovedLatentIsKeptWithoutAskingToSaveIt() {
        sliders.set(dimension(3), 1.5);
        bench.frames(2);
        assertEquals(
                1.5f,
                bench.last(TrainingCommand.SetBookmarks.class)
                        .bookmarks()
                        .inUse()
                        .current()
                        .latent()[3]);
        assertFalse(bench.window.projects().document().changedProperty().get());
        int commands = bench.training.submitted().size();
        bench.frames(5);
        assertEquals(commands, bench.training.submitted().size(), "nothing is sent while nothing changes");
    }

    @Test
    void filterAndGroupDecideWhatIsListed() {
        SliderListViewModel list = explore.models().sliderList();
        assertEquals(32, list.shownProperty().get().size());
        list.filterProperty().set("z3");
        assertEquals(4, list.shownProperty().get().size());
        list.groupProperty().set(SliderListViewModel.Group.CLASSES);
        list.filterProperty().set("");
        assertEquals(10, list.shownProperty().get().size());
    }

    @Test
    void anotherGeneratorHasOtherSliders() {
        putIntoSlot(1, 0);
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("mlp-a"));
        bench.frames(3);
        assertEquals(100, sliders.dimensionsProperty().get().size());
        assertTrue(sliders.classesProperty().get().isEmpty());
        assertEquals(100, newest().latents().get(0).length);
        explore.actions().open(new LatentPoint(new float[32], new float[0], 1));
        assertTrue(bench.window.notices().problemProperty().get().contains("32 dimensions"));
    }

    private void putIntoSlot(long seed, int slot) {
        explore.actions().putIntoSlot(new LatentPoint(LatentSampling.ofSeed(seed, 32), FIRST_CLASS, 1), slot);
    }

    private LatentSlider dimension(int index) {
        return sliders.dimensionsProperty().get().get(index);
    }

    private LatentRequest newest() {
        return bench.renderer.requests().get(bench.renderer.requests().size() - 1);
    }
}
