package org.ganvas.session.run;

import java.util.List;
import java.util.Locale;

/**
 * An animated path through latent space, from keyframe to keyframe. Immutable, any thread.
 *
 * @param keyframes at most {@link #MAX_KEYFRAMES}, in the order in which they are shown, all of one generator
 * @param interpolation from one latent to the next
 * @param loop whether the film returns from the last keyframe to the first, so that it repeats without a jump
 */
public record LatentFilm(List<Keyframe> keyframes, LatentInterpolation interpolation, boolean loop) {

    public static final int MAX_KEYFRAMES = 64;

    /** No keyframes yet. */
    public static final LatentFilm EMPTY = new LatentFilm(List.of(), LatentInterpolation.SLERP, true);

    public LatentFilm {
        keyframes = List.copyOf(keyframes);
        if (keyframes.size() > MAX_KEYFRAMES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A film has at most %d keyframes, not %d.", MAX_KEYFRAMES, keyframes.size()));
        }
        for (Keyframe keyframe : keyframes) {
            LatentPoint first = keyframes.get(0).point();
            if (!keyframe.point().fits(first.latent().length, first.classWeights().length)) {
                throw new IllegalArgumentException("All keyframes of a film belong to one generator.");
            }
        }
    }

    public LatentFilm withKeyframes(List<Keyframe> newKeyframes) {
        return new LatentFilm(newKeyframes, interpolation, loop);
    }

    public LatentFilm withInterpolation(LatentInterpolation newInterpolation) {
        return new LatentFilm(keyframes, newInterpolation, loop);
    }

    public LatentFilm withLoop(boolean newLoop) {
        return new LatentFilm(keyframes, interpolation, newLoop);
    }

    /** Whether a generator of these sizes can render it; {@code classes} is 0 for an unconditional one. */
    public boolean fits(int latentDim, int classes) {
        return keyframes.isEmpty() || keyframes.get(0).point().fits(latentDim, classes);
    }

    public boolean isEmpty() {
        return keyframes.isEmpty();
    }

    /** Whether there are enough keyframes for a movement. */
    public boolean plays() {
        return keyframes.size() >= 2;
    }

    /** Number of movements from one keyframe to the next. */
    public int segments() {
        return plays() ? loop ? keyframes.size() : keyframes.size() - 1 : 0;
    }

    /** Duration. */
    public double seconds() {
        double sum = 0;
        for (int i = 0; i < keyframes.size(); i++) {
            sum += keyframes.get(i).hold() + (i < segments() ? keyframes.get(i).seconds() : 0);
        }
        return sum;
    }
}
