package org.ganvas.cli.draw;

import java.util.List;
import org.ganvas.data.Latents;

/**
 * A way through several latents, at even pace between each two. Pure, any thread.
 *
 * @param corners at least two
 * @param path how to go from one to the next
 * @param loop whether the way goes back to the first
 */
public record LatentWalk(List<float[]> corners, Path path, boolean loop) {

    public LatentWalk {
        corners = List.copyOf(corners);
    }

    /** The two ways. */
    public enum Path {
        /** Along the great circle, at the distance from the centre that the training latents have. */
        SLERP,
        /** Straight, through latents that are nearer to the centre. */
        LERP
    }

    /** Number of ways between two corners. */
    public int legs() {
        return loop ? corners.size() : corners.size() - 1;
    }

    /**
     * A point of the way.
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
