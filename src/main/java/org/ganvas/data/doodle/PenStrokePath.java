package org.ganvas.data.doodle;

import java.util.Arrays;
import org.ganvas.data.SeededRandomStream;

/**
 * Path of a pen as a dense sequence of points, stroke by stroke, with half the width of the line at each point. Built and
 * used by one thread for one image.
 */
final class PenStrokePath {

    private double[] x = new double[96];
    private double[] y = new double[96];
    private double[] radius = {};
    private int size;
    private final int[] strokeEnds;
    private int strokes;

    PenStrokePath(int strokeCount) {
        strokeEnds = new int[strokeCount];
    }

    void add(double column, double row) {
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
        }
        x[size] = column;
        y[size] = row;
        size++;
    }

    void liftPen() {
        strokeEnds[strokes++] = size;
    }

    int size() {
        return size;
    }

    int strokes() {
        return strokes;
    }

    int strokeStart(int stroke) {
        return stroke == 0 ? 0 : strokeEnds[stroke - 1];
    }

    int strokeEnd(int stroke) {
        return strokeEnds[stroke];
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    double radius(int i) {
        return radius[i];
    }

    /** Sets half the width of the line at each point; the array is kept, not copied. */
    void setRadius(double[] values) {
        radius = values;
    }

    /** Rounds every corner, more with each pass; the ends of the strokes stay in place. */
    void smooth(int passes) {
        for (int pass = 0; pass < passes; pass++) {
            for (int s = 0; s < strokes; s++) {
                smooth(x, strokeStart(s), strokeEnds[s]);
                smooth(y, strokeStart(s), strokeEnds[s]);
            }
        }
    }

    private static void smooth(double[] values, int start, int end) {
        double before = values[start];
        for (int i = start + 1; i < end - 1; i++) {
            double here = values[i];
            values[i] = 0.25 * before + 0.5 * here + 0.25 * values[i + 1];
            before = here;
        }
    }

    /** Scales and moves the whole path so that its longer side spans {@code span}, starting at {@code margin}. */
    void fit(double span, double margin) {
        double left = min(x);
        double top = min(y);
        double scale = span / Math.max(max(x) - left, max(y) - top);
        for (int i = 0; i < size; i++) {
            x[i] = margin + (x[i] - left) * scale;
            y[i] = margin + (y[i] - top) * scale;
        }
    }

    /** Moves every point at random, by up to half of {@code width} in each direction. */
    void jitter(double width, SeededRandomStream random) {
        for (int i = 0; i < size; i++) {
            x[i] += width * (random.nextDouble() - 0.5);
            y[i] += width * (random.nextDouble() - 0.5);
        }
    }

    private double min(double[] values) {
        double min = values[0];
        for (int i = 1; i < size; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private double max(double[] values) {
        double max = values[0];
        for (int i = 1; i < size; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }
}
