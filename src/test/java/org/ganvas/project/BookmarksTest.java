package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganvas.data.ImageShape;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.LatentThumbnailRenderer;
import org.ganvas.session.run.ExploreLatents;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Favourites, named directions and the film in a project, of a generator of 3 dimensions and 2 classes. */
final class BookmarksTest {

    private static final RunBookmarks.Favourite GOOD =
            favourite("seven \u4e03", new float[] {1, -2.5f, 0}, new float[] {0.5f, 0.5f}, 0.7, png());
    private static final LatentDirection SLANT = new LatentDirection("slant", new float[] {0.6f, 0, 0.8f}, 0.23);

    @TempDir
    private Path folder;

    private static byte[] png() {
        return LatentThumbnailRenderer.png(
                new SampleGrid(new ImageShape(1, 2, 2), 1, 1, new float[] {-1, 0, 0.5f, 1}, new int[0], 0));
    }

    @Test
    void bookmarksComeBackWithTheirImages() throws Exception {
        RunBookmarks read =
                saved(new RunBookmarks(List.of(GOOD, GOOD), List.of(SLANT))).bookmarks();
        assertEquals(2, read.favourites().size());
        RunBookmarks.Favourite favourite = read.favourites().get(1);
        assertEquals(GOOD.name(), favourite.name());
        assertSame(GOOD.point(), favourite.point());
        assertTrue(GOOD.image().length > 50);
        assertArrayEquals(GOOD.image(), favourite.image());
        assertEquals("slant", read.directions().get(0).name());
        assertArrayEquals(SLANT.vector(), read.directions().get(0).vector());
        assertEquals(SLANT.share(), read.directions().get(0).share());
    }

    @Test
    void latentsInUseComeBackEachInItsSlot() throws Exception {
        LatentPoint current = new LatentPoint(new float[] {0.25f, 0, -3}, new float[] {0, 1}, 0.9);
        ExploreLatents inUse = new ExploreLatents(current, Map.of(1, GOOD.point(), 3, current));
        ExploreLatents read = saved(inUse(inUse)).bookmarks().inUse();
        assertTrue(current.sameAs(read.current()));
        assertEquals(Set.of(1, 3), read.slots().keySet());
        assertTrue(GOOD.point().sameAs(read.slots().get(1)));
        assertTrue(saved(inUse(ExploreLatents.NONE)).bookmarks().inUse().isEmpty());
    }

    private static RunBookmarks inUse(ExploreLatents latents) {
        return new RunBookmarks(List.of(), List.of(), LatentFilm.EMPTY, latents);
    }

    @Test
    void theFilmComesBackKeyframeByKeyframe() throws Exception {
        Keyframe smooth = keyframe(3, 0.8).withHold(1.5).withSeconds(0.5);
        LatentFilm film = new LatentFilm(
                List.of(keyframe(3, 1).withEasing(KeyframeEasing.LINEAR), smooth), LatentInterpolation.LERP, false);
        LatentFilm read =
                saved(new RunBookmarks(List.of(), List.of(), film)).bookmarks().film();
        assertEquals(2, read.keyframes().size());
        assertEquals(LatentInterpolation.LERP, read.interpolation());
        assertFalse(read.loop());
        assertEquals(KeyframeEasing.LINEAR, read.keyframes().get(0).easing());
        Keyframe second = read.keyframes().get(1);
        assertSame(smooth.point(), second.point());
        assertEquals(0.8, second.point().truncation());
        assertEquals(1.5, second.hold());
        assertEquals(0.5, second.seconds());
        assertEquals(KeyframeEasing.SMOOTH, second.easing());
    }

    private static void assertSame(LatentPoint expected, LatentPoint actual) {
        assertArrayEquals(expected.latent(), actual.latent());
        assertArrayEquals(expected.classWeights(), actual.classWeights());
        assertEquals(expected.truncation(), actual.truncation());
    }

    private static Keyframe keyframe(int width, double truncation) {
        float[] latent = new float[width];
        latent[0] = 1.5f;
        return new Keyframe(
                new LatentPoint(latent, new float[] {0.25f, 0.75f}, truncation), 0, 2, KeyframeEasing.SMOOTH);
    }

    private static RunBookmarks film(Keyframe... keyframes) {
        return new RunBookmarks(List.of(), List.of(), LatentFilm.EMPTY.withKeyframes(List.of(keyframes)));
    }

    @Test
    void aDamagedImageCostsTheImageOnly() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(new RunBookmarks(List.of(GOOD), List.of())), file);
        byte[] all = Files.readAllBytes(file);
        int at = indexOf(all, GOOD.image());
        all[at + 40] ^= 1;
        Files.write(file, all);
        RunBookmarks.Favourite read =
                new ProjectStore().load(file).bookmarks().favourites().get(0);
        assertEquals(0, read.image().length);
        assertArrayEquals(GOOD.point().latent(), read.point().latent());
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoProgramWouldHaveWrittenIsRefused(RunBookmarks bad) throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(bad), file);
        ProjectException e = assertThrows(ProjectException.class, () -> new ProjectStore().load(file));
        assertTrue(e.getMessage().contains("cannot be opened") && e.getMessage().endsWith("."), e.getMessage());
    }

    static List<RunBookmarks> impossible() {
        return List.of(
                withFavourite("x".repeat(81), new float[3], new float[] {1, 0}, 1),
                withFavourite("wide", new float[4], new float[] {1, 0}, 1),
                withFavourite("unclassed", new float[3], new float[0], 1),
                withFavourite("far", new float[] {0, 0, 2e6f}, new float[] {1, 0}, 1),
                withFavourite("none", new float[] {0, 0, Float.NaN}, new float[] {1, 0}, 1),
                withFavourite("stretched", new float[3], new float[] {1, 0}, 50),
                new RunBookmarks(Collections.nCopies(RunBookmarks.MAX_ENTRIES + 1, GOOD), List.of()),
                new RunBookmarks(List.of(), List.of(new LatentDirection("wide", new float[2], 0.1))),
                new RunBookmarks(List.of(), List.of(new LatentDirection("all", new float[3], 1.5))),
                inUse(new ExploreLatents(new LatentPoint(new float[4], new float[] {1, 0}, 1), Map.of())),
                inUse(new ExploreLatents(null, Map.of(0, new LatentPoint(new float[3], new float[3], 1)))),
                inUse(new ExploreLatents(null, Map.of(2, new LatentPoint(new float[3], new float[] {1, 0}, 7)))),
                inUse(new ExploreLatents(null, Map.of(4, GOOD.point()))),
                inUse(new ExploreLatents(null, Map.of(-1, GOOD.point(), -2, GOOD.point()))),
                film(keyframe(4, 1)),
                film(keyframe(3, 9)));
    }

    private static RunBookmarks withFavourite(String name, float[] latent, float[] classes, double truncation) {
        return new RunBookmarks(List.of(favourite(name, latent, classes, truncation, new byte[0])), List.of());
    }

    private static RunBookmarks.Favourite favourite(
            String name, float[] latent, float[] classes, double truncation, byte[] image) {
        return new RunBookmarks.Favourite(name, new LatentPoint(latent, classes, truncation), image);
    }

    private RunCapture saved(RunBookmarks bookmarks) throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(bookmarks), file);
        return new ProjectStore().load(file);
    }

    private static RunCapture run(RunBookmarks bookmarks) {
        RunCapture run = RunFixtures.tiny();
        return new RunCapture(
                run.info(),
                run.state(),
                run.trainedSeconds(),
                run.scalars(),
                run.metrics(),
                run.threads(),
                run.sampleGrid(),
                bookmarks);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("the image is not in the file");
    }
}
