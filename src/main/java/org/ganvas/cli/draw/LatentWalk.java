package org.ganvas.cli.draw;

import java.util.List;
import org.ganvas.data.Latents;

/**
 * A path through several latents, in equal time between each two. Pure, any thread.
 *
 * @param corners at least two
 * @param path interpolation from one corner to the next
 * @param loop whether the path returns to the first corner
 */
public record LatentWalk(List<float[]> corners, Path path, boolean loop) {

    public LatentWalk {
        corners = List.copyOf(corners);
    }

    /** Interpolation between two latents. */
    public enum Path {
        /** Along the great circle, as far from the origin as training latents are. */
        SLERP,
        /** Along the straight line, through latents nearer to the origin. */
        LERP
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
        float[] from = corners.get(leg);
        float[] to = corners.get((leg + 1) % corners.size());
        double t = position - leg;
        return path == Path.LERP ? Latents.lerp(from, to, t) : Latents.slerp(from, to, t);
    }
}
