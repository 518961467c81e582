package org.ganvas.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.SeededRandomStream;

/**
 * Principal component analysis of wide rows, by subspace iteration with some extra directions and one small exact
 * eigenproblem at the end (Halko, Martinsson and Tropp 2011), because the rows are far too wide for a covariance matrix.
 * Must not be modified; any thread.
 *
 * @param axes orthonormal, in descending order of variance
 * @param variances of the rows along each axis, over count - 1
 * @param total variance along all directions
 * @param scores of the rows along each axis, an array for each axis, without the mean
 */
public record PrincipalComponentAnalysis(double[][] axes, double[] variances, double total, double[][] scores) {

    private static final int OVERSAMPLING = 8;
    private static final int MAX_ITERATIONS = 40;
    private static final double TOLERANCE = 1e-5;
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * Computes the principal components.
     *
     * @param rows all of one width; their mean is subtracted in place
     * @param wanted number of axes; there are fewer where the rows span fewer dimensions
     * @param yieldPoint called repeatedly; it may wait, or cancel by an exception
     */
    public static PrincipalComponentAnalysis of(float[][] rows, int wanted, Runnable yieldPoint) {
        centre(rows);
        int width = rows[0].length;
        int span = Math.min(width, rows.length - 1);
        int size = Math.min(span, wanted + OVERSAMPLING);
        double[][] basis = new double[size][width];
        SeededRandomStream random = new SeededRandomStream(0, SeededRandomStream.Purpose.EVALUATION, width);
        for (double[] direction : basis) {
            for (int i = 0; i < width; i++) {
                direction[i] = random.nextGaussian();
            }
        }
        orthonormalise(basis);
        double before = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            basis = backProject(rows, project(rows, basis, yieldPoint), yieldPoint);
            double lengths = orthonormalise(basis);
            if (Math.abs(lengths - before) <= TOLERANCE * lengths) {
                break;
            }
            before = lengths;
        }
        return rotated(rows, basis, Math.min(wanted, size), yieldPoint);
    }

    private static void centre(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                row[i] -= (float) mean[i];
            }
        }
    }

    /** Scores of the rows along each direction, an array for each direction. */
    private static double[][] project(float[][] rows, double[][] basis, Runnable yieldPoint) {
        double[][] scores = new double[basis.length][rows.length];
        for (int k = 0; k < basis.length; k++) {
            double[] direction = basis[k];
            for (int r = 0; r < rows.length; r++) {
                float[] row = rows[r];
                double sum = 0;
                for (int i = 0; i < row.length; i++) {
                    sum += row[i] * direction[i];
                }
                scores[k][r] = sum;
            }
            yieldPoint.run();
        }
        return scores;
    }

    /** Sum of the rows weighted by their scores, for each direction. */
    private static double[][] backProject(float[][] rows, double[][] scores, Runnable yieldPoint) {
        double[][] basis = new double[scores.length][rows[0].length];
        for (int k = 0; k < scores.length; k++) {
            double[] direction = basis[k];
            for (int r = 0; r < rows.length; r++) {
                float[] row = rows[r];
                double score = scores[k][r];
                for (int i = 0; i < row.length; i++) {
                    direction[i] += score * row[i];
                }
            }
            yieldPoint.run();
        }
        return basis;
    }

    /** Gram-Schmidt orthonormalization, each direction twice; returns the sum of the remaining lengths. */
    private static double orthonormalise(double[][] basis) {
        double lengths = 0;
        for (int k = 0; k < basis.length; k++) {
            double before = Math.sqrt(dot(basis[k], basis[k]));
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    add(basis[k], basis[j], -dot(basis[k], basis[j]));
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            // The rest of a direction within the span of the others is rounding error, of any direction.
            boolean independent = length > NEGLIGIBLE * before;
            lengths += independent ? length : 0;
            for (int i = 0; i < basis[k].length; i++) {
                basis[k][i] = independent ? basis[k][i] / length : 0;
            }
        }
        return lengths;
    }

    /** Components within the subspace, where the eigenproblem is small enough to be solved exactly. */
    private static PrincipalComponentAnalysis rotated(
            float[][] rows, double[][] basis, int wanted, Runnable yieldPoint) {
        double[][] scores = project(rows, basis, yieldPoint);
        int size = basis.length;
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                covariance[i][j] = dot(scores[i], scores[j]) / (rows.length - 1);
            }
        }
        SymmetricEigensolver eigen = SymmetricEigensolver.of(covariance);
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]));
        double[][] axes = new double[wanted][rows[0].length];
        double[][] rotatedScores = new double[wanted][rows.length];
        double[] variances = new double[wanted];
        for (int k = 0; k < wanted; k++) {
            variances[k] = Math.max(0, eigen.values()[order[k]]);
            for (int j = 0; j < size; j++) {
                double weight = eigen.vectors()[order[k]][j];
                add(axes[k], basis[j], weight);
                add(rotatedScores[k], scores[j], weight);
            }
        }
        return new PrincipalComponentAnalysis(axes, variances, total(rows), rotatedScores);
    }

    private static double total(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += (double) value * value;
            }
        }
        return sum / (rows.length - 1);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] target, double[] addend, double weight) {
        for (int i = 0; i < target.length; i++) {
            target[i] += weight * addend[i];
        }
    }
}
