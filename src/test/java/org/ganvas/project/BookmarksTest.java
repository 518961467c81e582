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
import org.ganvas.data.ImageShape;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.LatentThumbnails;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.FilmRecord;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Favourites, named directions and the film in a project, of a generator of 3 dimensions and 2 classes. */
final class BookmarksTest {

    private static final Bookmarks.Favourite GOOD =
            new Bookmarks.Favourite("seven \u4e03", new float[] {1, -2.5f, 0}, new float[] {0.5f, 0.5f}, 0.7, png());
    private static final Bookmarks.Direction SLANT =
            new Bookmarks.Direction("slant", new float[] {0.6f, 0, 0.8f}, 0.23);

    @TempDir
    private Path folder;

    private static byte[] png() {
        return LatentThumbnails.png(
                new SampleGrid(new ImageShape(1, 2, 2), 1, 1, new float[] {-1, 0, 0.5f, 1}, new int[0], 0));
    }

    @Test
    void bookmarksComeBackWithTheirImages() throws Exception {
        Bookmarks read =
                saved(new Bookmarks(List.of(GOOD, GOOD), List.of(SLANT))).keepsakes();
        assertEquals(2, read.favourites().size());
        Bookmarks.Favourite favourite = read.favourites().get(1);
        assertEquals(GOOD.name(), favourite.name());
        assertArrayEquals(GOOD.latent(), favourite.latent());
        assertArrayEquals(GOOD.classWeights(), favourite.classWeights());
        assertEquals(GOOD.truncation(), favourite.truncation());
        assertTrue(GOOD.picture().length > 50);
        assertArrayEquals(GOOD.picture(), favourite.picture());
        assertEquals("slant", read.directions().get(0).name());
        assertArrayEquals(SLANT.vector(), read.directions().get(0).vector());
        assertEquals(SLANT.share(), read.directions().get(0).share());
    }

    @Test
    void theFilmComesBackKeyframeByKeyframe() throws Exception {
        FilmRecord film = new FilmRecord(List.of(frame(3, 1, 0, 2), frame(3, 0.8, 1.5, 0.5)), true, false);
        FilmRecord read =
                saved(new Bookmarks(List.of(), List.of(), film)).keepsakes().film();
        assertEquals(2, read.frames().size());
        assertTrue(read.straight());
        assertFalse(read.loop());
        FilmRecord.Frame second = read.frames().get(1);
        assertArrayEquals(film.frames().get(1).latent(), second.latent());
        assertArrayEquals(film.frames().get(1).classWeights(), second.classWeights());
        assertEquals(0.8, second.truncation());
        assertEquals(1.5, second.hold());
        assertEquals(0.5, second.seconds());
        assertTrue(second.smooth());
    }

    private static FilmRecord.Frame frame(int width, double truncation, double hold, double seconds) {
        float[] latent = new float[width];
        latent[0] = 1.5f;
        return new FilmRecord.Frame(latent, new float[] {0.25f, 0.75f}, truncation, hold, seconds, true);
    }

    private static Bookmarks film(FilmRecord.Frame... frames) {
        return new Bookmarks(List.of(), List.of(), new FilmRecord(List.of(frames), false, true));
    }

    @Test
    void aDamagedImageCostsTheImageOnly() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(new Bookmarks(List.of(GOOD), List.of())), file);
        byte[] all = Files.readAllBytes(file);
        int at = indexOf(all, GOOD.picture());
        all[at + 40] ^= 1;
        Files.write(file, all);
        Bookmarks.Favourite read =
                new ProjectStore().load(file).keepsakes().favourites().get(0);
        assertEquals(0, read.picture().length);
        assertArrayEquals(GOOD.latent(), read.latent());
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoProgramWouldHaveWrittenIsRefused(Bookmarks bad) throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(bad), file);
        ProjectException e = assertThrows(ProjectException.class, () -> new ProjectStore().load(file));
        assertTrue(e.getMessage().contains("cannot be opened") && e.getMessage().endsWith("."), e.getMessage());
    }

    static List<Bookmarks> impossible() {
        return List.of(
                favourite("x".repeat(81), new float[3], new float[] {1, 0}, 1),
                favourite("wide", new float[4], new float[] {1, 0}, 1),
                favourite("unclassed", new float[3], new float[0], 1),
                favourite("far", new float[] {0, 0, 2e6f}, new float[] {1, 0}, 1),
                favourite("none", new float[] {0, 0, Float.NaN}, new float[] {1, 0}, 1),
                favourite("stretched", new float[3], new float[] {1, 0}, 50),
                new Bookmarks(Collections.nCopies(Bookmarks.MOST + 1, GOOD), List.of()),
                new Bookmarks(List.of(), List.of(new Bookmarks.Direction("wide", new float[2], 0.1))),
                new Bookmarks(List.of(), List.of(new Bookmarks.Direction("all", new float[3], 1.5))),
                film(frame(4, 1, 0, 2)),
                film(frame(3, 9, 0, 2)),
                film(frame(3, 1, -1, 2)),
                film(frame(3, 1, 0, 0)),
                film(Collections.nCopies(65, frame(3, 1, 0, 2)).toArray(FilmRecord.Frame[]::new)));
    }

    private static Bookmarks favourite(String name, float[] latent, float[] classes, double truncation) {
        return new Bookmarks(
                List.of(new Bookmarks.Favourite(name, latent, classes, truncation, new byte[0])), List.of());
    }

    private RunCapture saved(Bookmarks bookmarks) throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(run(bookmarks), file);
        return new ProjectStore().load(file);
    }

    private static RunCapture run(Bookmarks bookmarks) {
        RunCapture run = RunFixtures.tiny();
        return new RunCapture(
                run.info(),
                run.state(),
                run.trainedSeconds(),
                run.metrics(),
                run.measures(),
                run.threads(),
                run.picture(),
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
