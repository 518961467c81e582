package org.ganvas.data.drawing;

import java.util.List;

/**
 * Area that an eraser went over. Immutable; any thread.
 *
 * @param paths places that it went through, in one path or in several
 * @param radius around the paths
 */
public record Eraser(List<List<DrawnPlace>> paths, double radius) {

    /** Standard deviations up to which a kernel is seen, and so is touched. */
    private static final double SEEN = 2;

    public Eraser {
        paths = paths.stream().map(List::copyOf).toList();
    }

    /** Whether the eraser went over what can be seen of a kernel. */
    boolean touches(DrawingKernel kernel) {
        double reach = radius + SEEN * kernel.sigma();
        return paths.stream().anyMatch(path -> distance(path, kernel.x(), kernel.y()) <= reach);
    }

    private static double distance(List<DrawnPlace> path, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < path.size(); i++) {
            least = Math.min(least, distance(path.get(Math.max(0, i - 1)), path.get(i), x, y));
        }
        return least;
    }

    /** Distance of a point from a straight piece. */
    private static double distance(DrawnPlace from, DrawnPlace to, double x, double y) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / squared;
        double part = Math.min(1, Math.max(0, along));
        return Math.hypot(x - from.x() - part * dx, y - from.y() - part * dy);
    }
}
