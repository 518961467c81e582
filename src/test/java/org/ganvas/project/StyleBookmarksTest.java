package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.exchange.LatentTextFormat;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Favourites, directions and films of a generator with styles: symbolic, and to the last bit. */
final class StyleBookmarksTest {

    private static final int CUT = 3;

    @TempDir
    private Path folder;

    private RunCapture run = RunFixtures.tiny();

    @BeforeEach
    void trainAFewSteps() throws Exception {
        GanSpec spec = PresetRegistry.get("stylegan").spec();
        run = RecordedSteps.of("stylegan", spec.withTraining(spec.training().withBatch(2)), 2, 0)
                .before();
    }

    private LatentPoint seed(long seed) {
        GanSpec spec = run.info().spec();
        return new LatentPoint(LatentSampling.ofSeed(seed, spec.latentDim()), new float[0], 1);
    }

    private static float[] scores() {
        return LatentSampling.ofSeed(9, StyleEdits.SEEDS);
    }

    private LatentPoint edited() {
        LatentPoint mixed = seed(1).mixedWith(seed(2), CUT);
        return new LatentPoint(
                mixed.latent(),
                mixed.classWeights(),
                0.7,
                mixed.style()
                        .shifted(new StyleEdits.Shift(scores(), 0, 2, 1.25))
                        .withNoise(4)
                        .withTruncated(5));
    }

    private RunCapture saved(RunBookmarks bookmarks) throws Exception {
        Path file = folder.resolve("styles.ganvas");
        new ProjectStore()
                .save(
                        new RunCapture(
                                run.info(),
                                run.state(),
                                run.trainedSeconds(),
                                run.scalars(),
                                run.metrics(),
                                run.threads(),
                                run.sampleGrid(),
                                bookmarks),
                        file);
        return new ProjectStore().load(file);
    }

    private static float[] image(RunCapture run, LatentPoint point) {
        try (OfflineSampler sampler = new OfflineSampler(run)) {
            return sampler.render(LatentPoints.request(List.of(point), false)).pixels();
        }
    }

    @Test
    void aFavouriteAndItsImageComeBackToTheLastBit() throws Exception {
        LatentPoint point = edited();
        RunBookmarks.Favourite favourite = new RunBookmarks.Favourite("mixed", point, new byte[0]);
        LatentDirection slant = new LatentDirection("slant", scores(), 0.3, LatentDirection.Space.W);
        RunCapture read = saved(new RunBookmarks(List.of(favourite), List.of(slant)));
        LatentPoint again = read.bookmarks().favourites().get(0).point();
        assertEquals(point.truncation(), again.truncation());
        assertEquals(4, again.style().noise());
        assertEquals(5, again.style().truncated());
        assertTrue(again.style().shifts().get(0).sameMove(point.style().shifts().get(0)));
        assertArrayEquals(image(run, point), image(read, again));
        assertFalse(Arrays.equals(image(run, seed(1)), image(read, again)));
        LatentDirection direction = read.bookmarks().directions().get(0);
        assertEquals(LatentDirection.Space.W, direction.space());
        assertArrayEquals(scores(), direction.vector());
    }

    @Test
    void aLatentAsTextKeepsTheEditsOfItsStyle() throws Exception {
        String text = LatentTextFormat.write(edited());
        assertTrue(text.startsWith("ganvas latent 2\n"), text);
        assertEquals(6, text.strip().lines().count());
        assertArrayEquals(image(run, edited()), image(run, LatentTextFormat.read(text)));
        assertTrue(LatentTextFormat.write(seed(1)).startsWith("ganvas latent 1\n"));
        String body = "ganvas latent 2\ntruncation 1.0\nclasses\nz 1.0\nstyle {\"truncated\":-1,\"terms\":[],"
                + "\"shifts\":[],\"noise\":0}";
        assertThrows(ProjectException.class, () -> LatentTextFormat.read(body + "\nsum 00000000"));
    }

    @Test
    void aFilmThroughStylesComesBackAndPassesItsKeyframes() throws Exception {
        Keyframe first = new Keyframe(edited(), 0, 1, KeyframeEasing.LINEAR);
        Keyframe second = new Keyframe(seed(3), 0, 1, KeyframeEasing.LINEAR);
        LatentFilm film = new LatentFilm(List.of(first, second), LatentInterpolation.STYLE, false);
        LatentFilm read =
                saved(new RunBookmarks(List.of(), List.of(), film)).bookmarks().film();
        assertEquals(LatentInterpolation.STYLE, read.interpolation());
        LatentPoint start = read.keyframes().get(0).point();
        LatentPoint end = read.keyframes().get(1).point();
        assertArrayEquals(image(run, edited()), image(run, LatentInterpolation.STYLE.between(start, end, 0)));
        assertArrayEquals(image(run, seed(3)), image(run, LatentInterpolation.STYLE.between(start, end, 1)));
    }

    @Test
    void editsThatNoProgramWouldHaveWrittenAreRefused() {
        StyleEdits far = StyleEdits.NONE.withTerms(
                List.of(new StyleEdits.Term(new float[3], new float[0], 0, StyleEdits.ALL, 1)));
        StyleEdits empty = StyleEdits.NONE.shifted(new StyleEdits.Shift(scores(), 4, 4, 1));
        StyleEdits shortScores = StyleEdits.NONE.shifted(new StyleEdits.Shift(new float[3], 0, 4, 1));
        for (StyleEdits bad : List.of(far, empty, shortScores, StyleEdits.NONE.withTruncated(-1))) {
            RunBookmarks bookmarks = new RunBookmarks(
                    List.of(new RunBookmarks.Favourite("bad", seed(1).withStyle(bad), new byte[0])), List.of());
            ProjectException e = assertThrows(ProjectException.class, () -> saved(bookmarks));
            assertTrue(e.getMessage().contains("cannot be opened"), e.getMessage());
        }
    }
}
