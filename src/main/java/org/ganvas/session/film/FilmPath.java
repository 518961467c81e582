package org.ganvas.session.film;

import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;

/**
 * The latent point of a film at any time. Immutable, any thread.
 *
 * @param film at least one keyframe
 */
public record FilmPath(LatentFilm film) {

    public FilmPath {
        if (film.keyframes().isEmpty()) {
            throw new IllegalArgumentException("A film without keyframes has no frames.");
        }
    }

    /** Number of frames at a frame rate, at least one. A looping film ends one frame before it would repeat the first. */
    public int frameCount(double framesPerSecond) {
        long steps = Math.round(film.seconds() * framesPerSecond);
        return (int) Math.max(1, film.loop() && film.plays() ? steps : steps + 1);
    }

    /** One of {@link #frameCount} frames, from 0. The last of a film that does not loop is its last keyframe. */
    public LatentPoint frame(int index, double framesPerSecond) {
        boolean last = index >= frameCount(framesPerSecond) - 1;
        return at(last && !film.loop() ? film.seconds() : index / framesPerSecond);
    }

    /** The point so many seconds after the beginning; before it the first keyframe, after the end the last. */
    public LatentPoint at(double seconds) {
        double left = seconds;
        for (int i = 0; i < film.keyframes().size(); i++) {
            Keyframe from = film.keyframes().get(i);
            left -= from.hold();
            if (left <= 0) {
                return from.point();
            }
            if (i < film.segments() && left < from.seconds()) {
                Keyframe to = film.keyframes().get((i + 1) % film.keyframes().size());
                return between(from.point(), to.point(), from.easing().at(left / from.seconds()));
            }
            left -= i < film.segments() ? from.seconds() : 0;
        }
        return film.keyframes().get(film.segments() % film.keyframes().size()).point();
    }

    private LatentPoint between(LatentPoint a, LatentPoint b, double t) {
        return film.interpolation().between(a, b, t);
    }
}
