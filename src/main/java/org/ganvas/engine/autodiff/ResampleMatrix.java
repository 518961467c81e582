package org.ganvas.engine.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sparse matrix along one side of a picture: each output line is a weighted sum of some input lines. Enlarging,
 * pooling, padding, cropping and shifting are all of this kind, and the transpose is the derivative.
 *
 * @param inputs lines read
 * @param lines for each output line, where it reads
 * @param weights for each output line, how much of each
 */
record ResampleMatrix(int inputs, int[][] lines, double[][] weights) {

    int outputs() {
        return lines.length;
    }

    /** Each line several times. */
    static ResampleMatrix nearest(int side, int factor) {
        Builder taps = new Builder(side, side * factor);
        for (int i = 0; i < side * factor; i++) {
            taps.add(i, i / factor, 1);
        }
        return taps.build();
    }

    /**
     * Linear interpolation between the centres of the lines, the outermost ones continued (what PyTorch calls bilinear
     * without aligned corners).
     */
    static ResampleMatrix linear(int side, int factor) {
        Builder taps = new Builder(side, side * factor);
        for (int i = 0; i < side * factor; i++) {
            double at = Math.max(0, (i + 0.5) / factor - 0.5);
            int low = (int) at;
            int high = Math.min(side - 1, low + 1);
            taps.add(i, low, 1 - (at - low));
            taps.add(i, high, at - low);
        }
        return taps.build();
    }

    /** The mean of neighbouring lines, a window at a time. */
    static ResampleMatrix mean(int side, int window) {
        Builder taps = new Builder(side, side / window);
        for (int i = 0; i < side / window * window; i++) {
            taps.add(i / window, i, 1.0 / window);
        }
        return taps.build();
    }

    /** Zero lines in front and behind; negative numbers take lines away. */
    static ResampleMatrix padded(int side, int before, int after) {
        Builder taps = new Builder(side, side + before + after);
        for (int i = 0; i < side; i++) {
            if (i + before >= 0 && i + before < side + before + after) {
                taps.add(i + before, i, 1);
            }
        }
        return taps.build();
    }

    ResampleMatrix transposed() {
        Builder taps = new Builder(outputs(), inputs);
        for (int i = 0; i < outputs(); i++) {
            for (int k = 0; k < lines[i].length; k++) {
                taps.add(lines[i][k], i, weights[i][k]);
            }
        }
        return taps.build();
    }

    /** Collects entries in any order. */
    private static final class Builder {
        private final int inputs;
        private final List<List<double[]>> entries = new ArrayList<>();

        Builder(int inputs, int outputs) {
            this.inputs = inputs;
            for (int i = 0; i < outputs; i++) {
                entries.add(new ArrayList<>(2));
            }
        }

        void add(int output, int input, double weight) {
            if (weight != 0) {
                entries.get(output).add(new double[] {input, weight});
            }
        }

        ResampleMatrix build() {
            int[][] lines = new int[entries.size()][];
            double[][] weights = new double[entries.size()][];
            for (int i = 0; i < lines.length; i++) {
                List<double[]> line = entries.get(i);
                lines[i] = line.stream().mapToInt(e -> (int) e[0]).toArray();
                weights[i] = line.stream().mapToDouble(e -> e[1]).toArray();
            }
            return new ResampleMatrix(inputs, lines, weights);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResampleMatrix taps
                && inputs == taps.inputs
                && Arrays.deepEquals(lines, taps.lines)
                && Arrays.deepEquals(weights, taps.weights);
    }

    @Override
    public int hashCode() {
        return 31 * inputs + Arrays.deepHashCode(lines);
    }

    @Override
    public String toString() {
        return "Taps[%d to %d]".formatted(inputs, outputs());
    }
}
