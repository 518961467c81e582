package org.ganvas.engine.autodiff.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sparse matrix of a linear map along one side of an image: each output line is a weighted sum of some input lines.
 * Upsampling, pooling, padding and cropping are such maps, and the transpose is the derivative. Immutable.
 *
 * @param inputs number of input lines
 * @param lines for each output line, the input lines of its sum
 * @param weights for each output line, the weights of its sum
 */
public record ResampleMatrix(int inputs, int[][] lines, double[][] weights) {

    public int outputs() {
        return lines.length;
    }

    /** Nearest-neighbour upsampling: each line {@code factor} times. */
    public static ResampleMatrix nearest(int side, int factor) {
        Builder builder = new Builder(side, side * factor);
        for (int i = 0; i < side * factor; i++) {
            builder.add(i, i / factor, 1);
        }
        return builder.build();
    }

    /**
     * Linear upsampling between the centres of the lines, constant beyond the outermost ones (PyTorch's bilinear mode with
     * align_corners=False).
     */
    public static ResampleMatrix linear(int side, int factor) {
        Builder builder = new Builder(side, side * factor);
        for (int i = 0; i < side * factor; i++) {
            double at = Math.max(0, (i + 0.5) / factor - 0.5);
            int low = (int) at;
            int high = Math.min(side - 1, low + 1);
            builder.add(i, low, 1 - (at - low));
            builder.add(i, high, at - low);
        }
        return builder.build();
    }

    /** Means over windows of neighbouring lines; a remainder is dropped. */
    public static ResampleMatrix mean(int side, int window) {
        Builder builder = new Builder(side, side / window);
        for (int i = 0; i < side / window * window; i++) {
            builder.add(i / window, i, 1.0 / window);
        }
        return builder.build();
    }

    /** Zero lines before and after; negative numbers crop. */
    public static ResampleMatrix padded(int side, int before, int after) {
        Builder builder = new Builder(side, side + before + after);
        for (int i = 0; i < side; i++) {
            if (i + before >= 0 && i + before < side + before + after) {
                builder.add(i + before, i, 1);
            }
        }
        return builder.build();
    }

    /** Lines mirrored at the outermost ones, which are not repeated (PyTorch's ReflectionPad2d). */
    public static ResampleMatrix reflected(int side, int border) {
        if (border >= side) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a border of %d is too wide for a side of %d", border, side));
        }
        Builder builder = new Builder(side, side + 2 * border);
        for (int i = 0; i < side + 2 * border; i++) {
            int at = Math.abs(i - border);
            builder.add(i, at < side ? at : 2 * (side - 1) - at, 1);
        }
        return builder.build();
    }

    /** Sums of neighbouring lines, one more than there are lines, times a factor. */
    public static ResampleMatrix widened(int side, double factor) {
        Builder builder = new Builder(side, side + 1);
        for (int i = 0; i < side; i++) {
            builder.add(i, i, factor);
            builder.add(i + 1, i, factor);
        }
        return builder.build();
    }

    /** The output lines in reverse order. */
    public ResampleMatrix reversed() {
        Builder builder = new Builder(inputs, outputs());
        for (int i = 0; i < outputs(); i++) {
            for (int k = 0; k < lines[i].length; k++) {
                builder.add(outputs() - 1 - i, lines[i][k], weights[i][k]);
            }
        }
        return builder.build();
    }

    /** The transpose, which is the derivative. */
    public ResampleMatrix transposed() {
        Builder builder = new Builder(outputs(), inputs);
        for (int i = 0; i < outputs(); i++) {
            for (int k = 0; k < lines[i].length; k++) {
                builder.add(lines[i][k], i, weights[i][k]);
            }
        }
        return builder.build();
    }

    /** Builder from entries in any order. */
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
        return other instanceof ResampleMatrix matrix
                && inputs == matrix.inputs
                && Arrays.deepEquals(lines, matrix.lines)
                && Arrays.deepEquals(weights, matrix.weights);
    }

    @Override
    public int hashCode() {
        return 31 * inputs + Arrays.deepHashCode(lines);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "ResampleMatrix[%d to %d]", inputs, outputs());
    }
}
