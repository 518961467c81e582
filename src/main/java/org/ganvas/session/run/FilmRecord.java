package org.ganvas.session.run;

import java.util.List;

/**
 * A film as a project keeps it. Immutable, any thread.
 *
 * @param frames its keyframes, in order
 * @param straight whether it goes straight from latent to latent instead of around the centre
 * @param loop whether it goes on from the last keyframe to the first
 */
public record FilmRecord(List<Frame> frames, boolean straight, boolean loop) {

    /** No keyframes. */
    public static final FilmRecord NONE = new FilmRecord(List.of(), false, true);

    public FilmRecord {
        frames = List.copyOf(frames);
    }

    /**
     * A keyframe. Arrays are not to be changed.
     *
     * @param latent in units of sigma
     * @param classWeights one a class; empty where there are none
     * @param truncation what the latent is multiplied by
     * @param hold seconds that it stands still
     * @param seconds of the way to the next
     * @param smooth whether that way sets out and arrives without haste
     */
    public record Frame(
            float[] latent, float[] classWeights, double truncation, double hold, double seconds, boolean smooth) {}
}
