package org.ganvas.data.doodle;

import java.util.Arrays;
import java.util.List;

/**
 * Skeleton of a character: the points through which the pen passes, all strokes one after another; columns from 0 to 1
 * for the usual width, rows from 0 at the top to 1 at the bottom. Immutable; any thread.
 */
final class StrokeSkeleton {

    private final double[] x;
    private final double[] y;
    private final boolean[] corner;
    private final int[] strokeEnds;

    private StrokeSkeleton(double[] x, double[] y, boolean[] corner, int[] strokeEnds) {
        this.x = x;
        this.y = y;
        this.corner = corner;
        this.strokeEnds = strokeEnds;
    }

    /**
     * Family of skeletons that write a character in the same way.
     *
     * @param share relative frequency among the families of this character
     * @param examples skeletons with the same number of points and strokes
     */
    record Family(double share, List<StrokeSkeleton> examples) {

        Family {
            int[] strokeEnds = examples.get(0).strokeEnds;
            for (StrokeSkeleton each : examples) {
                if (!Arrays.equals(each.strokeEnds, strokeEnds)) {
                    throw new IllegalArgumentException("These examples do not have the same points: "
                            + Arrays.toString(strokeEnds) + " and " + Arrays.toString(each.strokeEnds));
                }
            }
        }
    }

    int size() {
        return x.length;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    /** Whether the direction changes sharply at a point. */
    boolean corner(int point) {
        return corner[point];
    }

    int strokes() {
        return strokeEnds.length;
    }

    /** Index after the last point of a stroke. */
    int strokeEnd(int stroke) {
        return strokeEnds[stroke];
    }

    /** Same strokes through other points; the arrays are kept, not copied. */
    StrokeSkeleton through(double[] columns, double[] rows) {
        return new StrokeSkeleton(columns, rows, corner, strokeEnds);
    }

    /** Weighted mean, point by point, of skeletons with the same points. */
    static StrokeSkeleton mix(List<StrokeSkeleton> examples, double[] weights) {
        double[] columns = new double[examples.get(0).size()];
        double[] rows = new double[columns.length];
        for (int e = 0; e < weights.length; e++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] += weights[e] * examples.get(e).x[i];
                rows[i] += weights[e] * examples.get(e).y[i];
            }
        }
        return examples.get(0).through(columns, rows);
    }

    /** Skeleton of a text like "12,30 40,5! 60,80 / 10,50 80,50": hundredths, "!" for a corner, "/" between strokes. */
    static StrokeSkeleton parse(String text) {
        List<String> strokes = List.of(text.split(" / ", -1));
        int[] ends = new int[strokes.size()];
        int size = 0;
        for (int i = 0; i < ends.length; i++) {
            size += strokes.get(i).split(" ", -1).length;
            ends[i] = size;
        }
        StrokeSkeleton skeleton = new StrokeSkeleton(new double[size], new double[size], new boolean[size], ends);
        String[] points = String.join(" ", strokes).split(" ", -1);
        for (int i = 0; i < size; i++) {
            skeleton.readPoint(i, points[i]);
        }
        return skeleton;
    }

    private void readPoint(int index, String text) {
        String[] pair = text.replace("!", "").split(",", 2);
        x[index] = Integer.parseInt(pair[0]) / 100.0;
        y[index] = Integer.parseInt(pair[1]) / 100.0;
        corner[index] = text.endsWith("!");
    }
}
