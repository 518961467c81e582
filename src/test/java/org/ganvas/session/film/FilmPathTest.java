package org.ganvas.session.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.junit.jupiter.api.Test;

final class FilmPathTest {

    private static final double FPS = 30;

    private static Keyframe at(float x, float y, double hold, double seconds) {
        return new Keyframe(new LatentPoint(new float[] {x, y}, new float[0], 1), hold, seconds, KeyframeEasing.LINEAR);
    }

    private static LatentFilm line(boolean loop, Keyframe... keyframes) {
        return new LatentFilm(List.of(keyframes), LatentInterpolation.LERP, loop);
    }

    @Test
    void aFilmHoldsMovesAndEndsOnTheLastKeyframe() {
        LatentFilm film = line(false, at(0, 0, 1, 2), at(4, 8, 0.5, 60));
        FilmPath path = new FilmPath(film);
        assertEquals(3.5, film.seconds(), 1e-12, "the last keyframe's way leads nowhere");
        assertEquals(106, path.frameCount(FPS));
        assertArrayEquals(new float[] {0, 0}, path.at(-1).latent());
        assertArrayEquals(new float[] {0, 0}, path.at(1).latent());
        assertArrayEquals(new float[] {1, 2}, path.at(1.5).latent(), 1e-6f);
        assertArrayEquals(new float[] {4, 8}, path.at(3).latent(), 1e-6f);
        assertArrayEquals(new float[] {4, 8}, path.at(99).latent());
        assertArrayEquals(new float[] {4, 8}, path.frame(105, FPS).latent());
    }

    @Test
    void aLengthThatIsNoWholeNumberOfFramesStillEndsOnTheLastKeyframe() {
        FilmPath path = new FilmPath(line(false, at(0, 0, 0, 1.01), at(1, 1, 0, 1)));
        assertEquals(31, path.frameCount(FPS));
        assertArrayEquals(new float[] {1, 1}, path.frame(30, FPS).latent());
    }

    @Test
    void aLoopReturnsAndShowsNoFrameTwice() {
        FilmPath path = new FilmPath(line(true, at(0, 0, 0, 1), at(3, 0, 0, 2)));
        assertEquals(90, path.frameCount(FPS));
        assertArrayEquals(new float[] {0, 0}, path.frame(0, FPS).latent());
        assertArrayEquals(new float[] {1.5f, 0}, path.at(2).latent(), 1e-6f);
        assertArrayEquals(new float[] {0.05f, 0}, path.frame(89, FPS).latent(), 1e-5f);
        assertArrayEquals(new float[] {0, 0}, path.at(3).latent());
    }

    @Test
    void oneKeyframeIsOneFrame() {
        FilmPath path = new FilmPath(line(true, at(1, 2, 0, 5)));
        assertEquals(1, path.frameCount(FPS));
        assertArrayEquals(new float[] {1, 2}, path.frame(0, FPS).latent());
        assertFalse(path.film().plays());
    }

    @Test
    void smoothEasingIsSlowAtBothEnds() {
        assertEquals(0, KeyframeEasing.SMOOTH.at(0));
        assertEquals(1, KeyframeEasing.SMOOTH.at(1));
        assertEquals(0.5, KeyframeEasing.SMOOTH.at(0.5), 1e-12);
        assertEquals(0.15625, KeyframeEasing.SMOOTH.at(0.25), 1e-12);
        Keyframe smooth = at(0, 0, 0, 1).withEasing(KeyframeEasing.SMOOTH);
        FilmPath path = new FilmPath(line(false, smooth, at(1, 0, 0, 1)));
        assertEquals(0.15625f, path.at(0.25).latent()[0], 1e-6f);
    }

    @Test
    void slerpKeepsTheNormAndLerpDoesNot() {
        LatentPoint a = new LatentPoint(LatentSampling.ofSeed(1, 64), new float[0], 1);
        LatentPoint b = new LatentPoint(LatentSampling.ofSeed(2, 64), new float[0], 1);
        List<Keyframe> ends =
                List.of(new Keyframe(a, 0, 1, KeyframeEasing.LINEAR), new Keyframe(b, 0, 1, KeyframeEasing.LINEAR));
        double mean = (LatentSampling.norm(a.latent()) + LatentSampling.norm(b.latent())) / 2;
        float[] circle = new FilmPath(new LatentFilm(ends, LatentInterpolation.SLERP, false))
                .at(0.5)
                .latent();
        float[] straight = new FilmPath(new LatentFilm(ends, LatentInterpolation.LERP, false))
                .at(0.5)
                .latent();
        assertEquals(mean, LatentSampling.norm(circle), 1e-3);
        assertTrue(LatentSampling.norm(straight) < 0.85 * mean);
    }

    @Test
    void classesAndTruncationAreInterpolatedLinearly() {
        LatentPoint a = new LatentPoint(new float[] {1}, new float[] {1, 0, 0}, 1);
        LatentPoint b = new LatentPoint(new float[] {1}, new float[] {0, 0, 1}, 0.5);
        FilmPath path = new FilmPath(line(
                false, new Keyframe(a, 0, 1, KeyframeEasing.LINEAR), new Keyframe(b, 0, 1, KeyframeEasing.LINEAR)));
        LatentPoint quarter = path.at(0.25);
        assertArrayEquals(new float[] {0.75f, 0, 0.25f}, quarter.classWeights(), 1e-6f);
        assertEquals(0.875, quarter.truncation(), 1e-9);
        LatentRequest request = LatentPoints.request(List.of(quarter, path.at(0.75)), true);
        assertEquals(List.of(0, 2), request.labels());
        assertEquals(0.875, request.controls().get(0).truncation(), 1e-9);
    }

    @Test
    void impossibleFilmsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> at(0, 0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> at(0, 0, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> at(0, 0, 0, 61));
        Keyframe wide = new Keyframe(new LatentPoint(new float[3], new float[0], 1), 0, 1, KeyframeEasing.LINEAR);
        assertThrows(IllegalArgumentException.class, () -> line(true, at(0, 0, 0, 1), wide));
        assertThrows(IllegalArgumentException.class, () -> new FilmPath(LatentFilm.EMPTY));
    }
}
