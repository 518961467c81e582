package org.ganvas.cli.draw;

import java.util.List;
import org.ganvas.session.run.LatentInterpolation;

/**
 * A path through several latents, in equal time between each two. Pure, any thread.
 *
 * @param corners at least two
 * @param interpolation from one corner to the next
 * @param loop whether the path returns to the first corner
 */
public record LatentWalk(List<float[]> corners, LatentInterpolation interpolation, boolean loop) {

    public LatentWalk {
        corners = List.copyOf(corners);
    }

    /** Number of movements from one corner to the next. */
    public int legs() {
        return loop ? corners.size() : corners.size() - 1;
    }

    /**
     * The latent of one frame.
     *
     * @param frame 0 to {@code frames - 1}; the last is the last corner, or just before the first if it loops
     */
    public float[] at(int frame, int frames) {
        double position = (double) frame * legs() / (loop ? frames : frames - 1);
        int leg = Math.min((int) position, legs() - 1);
        return interpolation.at(corners.get(leg), corners.get((leg + 1) % corners.size()), position - leg);
    }
}
