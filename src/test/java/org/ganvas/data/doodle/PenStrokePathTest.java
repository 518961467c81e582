package org.ganvas.data.doodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.ganvas.data.SeededRandomStream;
import org.junit.jupiter.api.Test;

class PenStrokePathTest {

    private static final StrokeSkeleton ARC = StrokeSkeleton.parse("0,50 15,15 50,0 85,15 100,50 / 0,80 100,80");

    @Test
    void aSplinePassesThroughEveryPoint() {
        PenStrokePath path = StrokeSkeletonSpline.through(ARC, 0.4);

        for (int i = 0; i < ARC.size(); i++) {
            assertTrue(distance(path, ARC.x(i), ARC.y(i)) < 1e-9, "point " + i);
        }
        assertEquals(2, path.strokes());
        assertEquals(path.size(), path.strokeEnd(1));
    }

    @Test
    void aRoundSplineFollowsACircleAndAStraightOneItsChords() {
        double onCircle = 0.5 - 0.5 * Math.cos(Math.PI / 8);
        PenStrokePath round = StrokeSkeletonSpline.through(ARC, 0);
        PenStrokePath edgy = StrokeSkeletonSpline.through(ARC, 1);

        assertEquals(0, distance(round, 0.5 - 0.5 * Math.sin(Math.PI / 8), onCircle), 0.035);
        assertEquals(0, distanceToChord(edgy), 1e-9);
        assertTrue(distanceToChord(round) > 0.02, "a round spline leaves the chord");
    }

    @Test
    void aCornerIsKeptSharp() {
        PenStrokePath path = StrokeSkeletonSpline.through(StrokeSkeleton.parse("0,100 50,0! 100,100"), 0);

        for (int i = 0; i < path.size(); i++) {
            assertEquals(Math.abs(path.x(i) - 0.5) * 2, path.y(i), 1e-9, "straight on both sides of the corner");
        }
    }

    @Test
    void smoothingRoundsCornersAndKeepsEnds() {
        PenStrokePath path = StrokeSkeletonSpline.through(StrokeSkeleton.parse("0,100 50,0! 100,100"), 0);
        path.smooth(2);

        double top = IntStream.range(0, path.size()).mapToDouble(path::y).min().orElseThrow();
        assertTrue(top > 0.03, "the corner was cut to " + top);
        assertEquals(1, path.y(0));
        assertEquals(1, path.x(path.size() - 1));
    }

    @Test
    void fitSpansTheLongerSide() {
        PenStrokePath path = StrokeSkeletonSpline.through(StrokeSkeleton.parse("10,20 20,60"), 0);
        path.fit(20, 4);

        assertEquals(4, path.x(0), 1e-9);
        assertEquals(4, path.y(0), 1e-9);
        assertEquals(9, path.x(path.size() - 1), 1e-9);
        assertEquals(24, path.y(path.size() - 1), 1e-9);
    }

    @Test
    void aLongPathGrows() {
        PenStrokePath path = new PenStrokePath(1);
        for (int i = 0; i < 1000; i++) {
            path.add(i, -i);
        }

        assertEquals(1000, path.size());
        assertEquals(999, path.x(999));
    }

    @Test
    void pressureVariesTheWidthAroundTheUsualOne() {
        double sum = 0;
        double least = 9;
        double most = 0;
        int points = 0;
        for (int i = 0; i < 500; i++) {
            PenStrokePath path = StrokeSkeletonSpline.through(ARC, 0);
            PenPressureProfile.apply(path, 1.5, new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, i));
            for (int p = 0; p < path.size(); p++, points++) {
                sum += path.radius(p);
                least = Math.min(least, path.radius(p));
                most = Math.max(most, path.radius(p));
            }
        }

        assertEquals(1.5, sum / points, 0.05);
        assertTrue(least > 0.2 && least < 1 && most > 2 && most < 3.5, least + " to " + most);
    }

    private static double distance(PenStrokePath path, double x, double y) {
        return IntStream.range(0, path.size())
                .mapToDouble(i -> Math.hypot(path.x(i) - x, path.y(i) - y))
                .min()
                .orElseThrow();
    }

    /** Largest distance of the points between (0.15, 0.15) and (0.5, 0) from the straight line between them. */
    private static double distanceToChord(PenStrokePath path) {
        double length = Math.hypot(0.35, 0.15);
        return IntStream.range(0, path.strokeEnd(0))
                .filter(i -> path.x(i) >= 0.15 && path.x(i) <= 0.5)
                .mapToDouble(i -> Math.abs(0.15 * (path.x(i) - 0.15) + 0.35 * (path.y(i) - 0.15)) / length)
                .max()
                .orElseThrow();
    }
}
