package org.ganvas.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.RandomStream;

/**
 * The directions in which rows of numbers vary most (principal component analysis), by subspace iteration with a margin of
 * extra directions and one small exact problem at the end (Halko, Martinsson and Tropp 2011), because the rows are far too
 * wide for a covariance matrix. Not to be changed; any thread.
 *
 * @param axes orthonormal, by falling variance
 * @param variances of the rows along each axis, over count - 1
 * @param total of the variance along all directions there are
 * @param scores the rows along each axis, an array an axis, their mean taken off
 */
public record PrincipalComponents(double[][] axes, double[] variances, double total, double[][] scores) {

    private static final int OVERSAMPLING = 8;
    private static final int MAX_ITERATIONS = 40;
    private static final double TOLERANCE = 1e-5;
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * Computes.
     *
     * @param rows all of one width; their mean is taken off in place
     * @param wanted how many axes; fewer come where the rows span fewer
     * @param breath called now and then, to rest or to give up by throwing
     */
    public static PrincipalComponents of(float[][] rows, int wanted, Runnable breath) {
        centre(rows);
        int width = rows[0].length;
        int span = Math.min(width, rows.length - 1);
        int size = Math.min(span, wanted + OVERSAMPLING);
        double[][] basis = new double[size][width];
        RandomStream random = new RandomStream(0, RandomStream.Purpose.EVALUATION, width);
        for (double[] direction : basis) {
            for (int i = 0; i < width; i++) {
                direction[i] = random.nextGaussian();
            }
        }
        orthonormalise(basis);
        double before = 0;
        for (int round = 0; round < MAX_ITERATIONS; round++) {
            basis = backProject(rows, project(rows, basis, breath), breath);
            double held = orthonormalise(basis);
            if (Math.abs(held - before) <= TOLERANCE * held) {
                break;
            }
            before = held;
        }
        return rotated(rows, basis, Math.min(wanted, size), breath);
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

    /** Rows along each direction: an array a direction. */
    private static double[][] project(float[][] rows, double[][] basis, Runnable breath) {
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
            breath.run();
        }
        return scores;
    }

    private static double[][] backProject(float[][] rows, double[][] scores, Runnable breath) {
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
            breath.run();
        }
        return basis;
    }

    /** Gram and Schmidt, each direction twice; gives back the sum of what was left of their lengths. */
    private static double orthonormalise(double[][] basis) {
        double lengths = 0;
        for (int k = 0; k < basis.length; k++) {
            double before = Math.sqrt(dot(basis[k], basis[k]));
            for (int twice = 0; twice < 2; twice++) {
                for (int j = 0; j < k; j++) {
                    add(basis[k], basis[j], -dot(basis[k], basis[j]));
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            // What is left of a direction that lies within the others is rounding, and may point anywhere.
            boolean own = length > NEGLIGIBLE * before;
            lengths += own ? length : 0;
            for (int i = 0; i < basis[k].length; i++) {
                basis[k][i] = own ? basis[k][i] / length : 0;
            }
        }
        return lengths;
    }

    /** Within the subspace the problem is small enough to be solved exactly. */
    private static PrincipalComponents rotated(float[][] rows, double[][] basis, int wanted, Runnable breath) {
        double[][] scores = project(rows, basis, breath);
        int size = basis.length;
        double[][] small = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                small[i][j] = dot(scores[i], scores[j]) / (rows.length - 1);
            }
        }
        SymmetricEigensolver eigen = SymmetricEigensolver.of(small);
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]));
        double[][] axes = new double[wanted][rows[0].length];
        double[][] along = new double[wanted][rows.length];
        double[] variances = new double[wanted];
        for (int k = 0; k < wanted; k++) {
            variances[k] = Math.max(0, eigen.values()[order[k]]);
            for (int j = 0; j < size; j++) {
                double weight = eigen.vectors()[order[k]][j];
                add(axes[k], basis[j], weight);
                add(along[k], scores[j], weight);
            }
        }
        return new PrincipalComponents(axes, variances, total(rows), along);
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

    private static void add(double[] to, double[] what, double weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * what[i];
        }
    }
}
