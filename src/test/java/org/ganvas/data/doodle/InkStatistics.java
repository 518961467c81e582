package org.ganvas.data.doodle;

import org.ganvas.data.Dataset;

/** Statistics of the first images of a dataset of 28x28 grey digits, ink from 0 to 1. */
record InkStatistics(double mean, double deviation, double strokeWidth, double strokeWidthDeviation) {

    private static final int SIDE = 28;

    static InkStatistics of(Dataset set, int count) {
        double sum = 0;
        double squares = 0;
        double widths = 0;
        double widthSquares = 0;
        for (int i = 0; i < count; i++) {
            float[] ink = ink(set, i);
            for (float value : ink) {
                sum += value;
                squares += value * value;
            }
            double width = strokeWidth(ink);
            widths += width;
            widthSquares += width * width;
        }
        double pixels = (double) count * SIDE * SIDE;
        double mean = sum / pixels;
        double width = widths / count;
        return new InkStatistics(
                mean,
                Math.sqrt(squares / pixels - mean * mean),
                width,
                Math.sqrt(widthSquares / count - width * width));
    }

    static float[] ink(Dataset set, int index) {
        float[] ink = new float[SIDE * SIDE];
        set.copyImage(index, ink, 0);
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (ink[i] + 1) / 2;
        }
        return ink;
    }

    /** A line of length L and width w has the area L w and two edges of length L, which total variation measures. */
    static double strokeWidth(float[] ink) {
        double area = 0;
        double variation = 0;
        for (int i = 0; i < ink.length; i++) {
            area += ink[i];
            double right = i % SIDE == SIDE - 1 ? 0 : ink[i + 1];
            double below = i + SIDE < ink.length ? ink[i + SIDE] : 0;
            variation += Math.hypot(right - ink[i], below - ink[i]);
        }
        return 2 * area / variation;
    }

    /** Centre of mass as a pixel's index: column, row. */
    static double[] centre(float[] ink) {
        double mass = 0;
        double column = 0;
        double row = 0;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i];
            column += ink[i] * (i % SIDE);
            row += ink[i] * (i / SIDE);
        }
        return new double[] {column / mass, row / mass};
    }
}
