package org.ganvas.session.lab;

import java.util.Locale;
import java.util.Set;
import org.ganvas.data.PointBounds;

/**
 * What is to be observed of a run on 2-D points. Immutable, any thread.
 *
 * @param area that is visible
 * @param width of the area in pixels of the screen, at least 2
 * @param height of the area in pixels of the screen, at least 2
 * @param parts to compute
 * @param averaged whether G is observed with its averaged weights, where the run has them
 */
public record LabRequest(PointBounds area, int width, int height, Set<Part> parts, boolean averaged) {

    private static final int MAX_PIXELS = 1 << 24;

    /** Parts of an answer beside the generated points. */
    public enum Part {
        /** D's logits on a lattice. */
        FIELD,
        /** After a first answer one whose lattice has a point for each pixel, which takes longer. */
        EVERY_PIXEL,
        /** Force of G's loss on generated points. */
        FORCES,
        /** The same on a regular grid of places. */
        FORCE_GRID,
        /** G's manifold in cells of equal prior mass. */
        MANIFOLD,
        /** The best D there could be. */
        OPTIMUM,
        /** The same, but while the weights change only every few seconds, for a hundredth of a core. */
        OPTIMUM_SELDOM,
        /** Units of G as functions of its latents. */
        G_NEURONS,
        /** Units of D as functions of the plane. */
        D_NEURONS
    }

    public LabRequest {
        parts = Set.copyOf(parts);
        if (width < 2 || height < 2 || (long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "an area of %d x %d pixels", width, height));
        }
    }

    /** Whether a part is requested. */
    public boolean has(Part part) {
        return parts.contains(part);
    }
}
