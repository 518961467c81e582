package org.ganvas.session.run;

import java.util.List;

/**
 * A way through latent space, from keyframe to keyframe. Immutable, any thread.
 *
 * @param keyframes at most {@link #MOST}, in the order in which they are shown, all of one generator
 * @param way how to go from one latent to the next
 * @param loop whether the film goes on from the last keyframe to the first, so that it has no jump
 */
public record Film(List<Keyframe> keyframes, Way way, boolean loop) {

    /** As many keyframes as a film takes. */
    public static final int MOST = 64;

    /** No keyframes yet. */
    public static final Film EMPTY = new Film(List.of(), Way.SLERP, true);

    /** The ways from latent to latent. */
    public enum Way {
        /** Along the great circle, at the distance from the centre that the training latents have. */
        SLERP,
        /** Straight, through latents that are nearer to the centre. */
        LERP
    }

    public Film {
        keyframes = List.copyOf(keyframes);
        if (keyframes.size() > MOST) {
            throw new IllegalArgumentException(
                    "A film has at most %d keyframes, not %d.".formatted(MOST, keyframes.size()));
        }
        for (Keyframe keyframe : keyframes) {
            LatentPoint first = keyframes.get(0).point();
            if (keyframe.point().latent().length != first.latent().length
                    || keyframe.point().classWeights().length != first.classWeights().length) {
                throw new IllegalArgumentException("All keyframes of a film belong to one generator.");
            }
        }
    }

    /** A film out of a project. */
    public static Film of(FilmRecord kept) {
        return new Film(
                kept.frames().stream().map(Keyframe::of).toList(), kept.straight() ? Way.LERP : Way.SLERP, kept.loop());
    }

    /** As a project keeps it. */
    public FilmRecord kept() {
        return new FilmRecord(keyframes.stream().map(Keyframe::kept).toList(), way == Way.LERP, loop);
    }

    public Film withKeyframes(List<Keyframe> newKeyframes) {
        return new Film(newKeyframes, way, loop);
    }

    /** Whether anything moves in it. */
    public boolean plays() {
        return keyframes.size() >= 2;
    }

    /** Ways between two keyframes. */
    public int segments() {
        return plays() ? loop ? keyframes.size() : keyframes.size() - 1 : 0;
    }

    /** From the first picture to the last. */
    public double seconds() {
        double sum = 0;
        for (int i = 0; i < keyframes.size(); i++) {
            sum += keyframes.get(i).hold() + (i < segments() ? keyframes.get(i).seconds() : 0);
        }
        return sum;
    }
}
