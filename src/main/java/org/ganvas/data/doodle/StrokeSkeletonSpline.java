package org.ganvas.data.doodle;

import java.util.function.IntToDoubleFunction;

/**
 * Spline through the points of a skeleton: cubic Hermite pieces whose tangents come from a parabola through three adjacent
 * points, broken at corners. Used by one thread for one image.
 */
final class StrokeSkeletonSpline {

    /** Distance of two points of the path, as a share of the height: a little more than a pixel. */
    private static final double STEP = 0.07;

    private final StrokeSkeleton skeleton;
    private final double straightness;
    private final PenStrokePath path;

    private StrokeSkeletonSpline(StrokeSkeleton skeleton, double straightness) {
        this.skeleton = skeleton;
        this.straightness = straightness;
        path = new PenStrokePath(skeleton.strokes());
    }

    /**
     * Path through all strokes of a skeleton.
     *
     * @param straightness 0 for round curves, 1 for straight lines from point to point
     */
    static PenStrokePath through(StrokeSkeleton skeleton, double straightness) {
        StrokeSkeletonSpline spline = new StrokeSkeletonSpline(skeleton, straightness);
        int start = 0;
        for (int s = 0; s < skeleton.strokes(); s++) {
            spline.stroke(start, skeleton.strokeEnd(s));
            start = skeleton.strokeEnd(s);
        }
        return spline.path;
    }

    private void stroke(int start, int end) {
        path.add(skeleton.x(start), skeleton.y(start));
        for (int i = start; i < end - 1; i++) {
            boolean freeStart = i == start || skeleton.corner(i);
            boolean freeEnd = i + 2 == end || skeleton.corner(i + 1);
            piece(i, freeStart, freeEnd);
        }
        path.liftPen();
    }

    private void piece(int i, boolean freeStart, boolean freeEnd) {
        double length = length(i);
        int steps = Math.max(2, (int) Math.ceil(length / STEP));
        Piece across = pieceOf(skeleton::x, i, freeStart, freeEnd);
        Piece down = pieceOf(skeleton::y, i, freeStart, freeEnd);
        for (int k = 1; k <= steps; k++) {
            double t = (double) k / steps;
            path.add(across.at(t), down.at(t));
        }
    }

    private Piece pieceOf(IntToDoubleFunction value, int i, boolean freeStart, boolean freeEnd) {
        double chord = value.applyAsDouble(i + 1) - value.applyAsDouble(i);
        double from = freeStart ? chord : tangent(value, i, i);
        double to = freeEnd ? chord : tangent(value, i + 1, i);
        if (freeStart && !freeEnd) {
            from = 1.5 * chord - 0.5 * to;
        } else if (freeEnd && !freeStart) {
            to = 1.5 * chord - 0.5 * from;
        }
        return new Piece(
                value.applyAsDouble(i), chord, from + straightness * (chord - from), to + straightness * (chord - to));
    }

    private double tangent(IntToDoubleFunction value, int point, int piece) {
        double before = length(point - 1);
        double after = length(point);
        double slopeBefore = (value.applyAsDouble(point) - value.applyAsDouble(point - 1)) / before;
        double slopeAfter = (value.applyAsDouble(point + 1) - value.applyAsDouble(point)) / after;
        return (slopeBefore * after + slopeAfter * before) / (before + after) * length(piece);
    }

    private double length(int piece) {
        double dx = skeleton.x(piece + 1) - skeleton.x(piece);
        double dy = skeleton.y(piece + 1) - skeleton.y(piece);
        return Math.sqrt(dx * dx + dy * dy) + 1e-6;
    }

    /** Hermite polynomial of one coordinate along one piece. */
    private record Piece(double start, double chord, double from, double to) {

        double at(double t) {
            double left = 1 - t;
            return start + t * t * (3 - 2 * t) * chord + t * left * left * from - t * t * left * to;
        }
    }
}
