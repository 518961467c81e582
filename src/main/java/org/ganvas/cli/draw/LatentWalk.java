package org.ganvas.cli.draw;

import java.util.List;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;

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
        return point(frame, frames, new float[0]).latent();
    }

    /**
     * The point of one frame, with edits of its style where the walk leads through w.
     *
     * @param classWeights of all corners
     */
    public LatentPoint point(int frame, int frames, float[] classWeights) {
        double position = (double) frame * legs() / (loop ? frames : frames - 1);
        int leg = Math.min((int) position, legs() - 1);
        LatentPoint from = new LatentPoint(corners.get(leg), classWeights, 1);
        LatentPoint to = new LatentPoint(corners.get((leg + 1) % corners.size()), classWeights, 1);
        return interpolation.between(from, to, position - leg);
    }
}
