package org.ganvas.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.ganvas.data.SeededRandomStream;
import org.junit.jupiter.api.Test;

final class PrincipalComponentAnalysisTest {

    private static final int ROWS = 400;
    private static final int WIDTH = 40;

    /** The reference: the whole covariance matrix, one eigenvector after the other by power iteration and deflation. */
    @Test
    void axesAndVariancesAreThoseOfTheCovarianceMatrix() {
        float[][] rows = rows();
        double[][] covariance = covariance(rows);
        double trace = 0;
        for (int i = 0; i < WIDTH; i++) {
            trace += covariance[i][i];
        }
        PrincipalComponentAnalysis axes = PrincipalComponentAnalysis.of(copy(rows), 6, () -> {});
        assertEquals(trace, axes.total(), 1e-4 * trace);
        for (int k = 0; k < 6; k++) {
            double[] vector = powerIteration(covariance);
            double value = quadratic(covariance, vector);
            assertEquals(value, axes.variances()[k], 1e-4 * value, "variance " + k);
            double[] found = axes.axes()[k];
            double dot = 0;
            for (int i = 0; i < WIDTH; i++) {
                dot += vector[i] * found[i];
            }
            assertEquals(1, Math.abs(dot), 1e-4, "axis " + k);
            deflate(covariance, vector, value);
        }
    }

    @Test
    void scoresAreTheRowsAlongTheAxes() {
        float[][] rows = rows();
        PrincipalComponentAnalysis axes = PrincipalComponentAnalysis.of(rows, 3, () -> {});
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            // The rows have lost their mean in place.
            sum += rows[17][i] * axes.axes()[2][i];
        }
        assertEquals(sum, axes.scores()[2][17], 1e-6);
        assertEquals(0, Arrays.stream(axes.scores()[0]).sum(), 1e-2);
    }

    @Test
    void rowsOnALineHaveOneAxisThatExplainsEverything() {
        float[][] rows = new float[50][3];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {i, 2 * i + 5, -i};
        }
        PrincipalComponentAnalysis axes = PrincipalComponentAnalysis.of(rows, 3, () -> {});
        assertEquals(1, axes.variances()[0] / axes.total(), 1e-9);
        assertEquals(2, Math.abs(axes.axes()[0][1] / axes.axes()[0][0]), 1e-6);
        assertTrue(axes.variances()[1] < 1e-6);
    }

    @Test
    void canBeCancelled() {
        assertThrows(
                CancellationException.class,
                () -> PrincipalComponentAnalysis.of(rows(), 3, () -> {
                    throw new CancellationException();
                }));
    }

    /** Unlike spreads along mixed directions, around a mean that is not zero. */
    private static float[][] rows() {
        SeededRandomStream random = new SeededRandomStream(5, SeededRandomStream.Purpose.TEST, 0);
        double[][] mix = new double[WIDTH][WIDTH];
        for (double[] line : mix) {
            Arrays.setAll(line, i -> random.nextGaussian());
        }
        float[][] rows = new float[ROWS][WIDTH];
        for (float[] row : rows) {
            for (int k = 0; k < WIDTH; k++) {
                double amount = random.nextGaussian() * 5 * Math.pow(0.7, k);
                for (int i = 0; i < WIDTH; i++) {
                    row[i] += (float) (amount * mix[k][i]);
                }
            }
            row[3] += 100;
        }
        return rows;
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    private static double[][] covariance(float[][] rows) {
        double[] mean = new double[WIDTH];
        for (float[] row : rows) {
            for (int i = 0; i < WIDTH; i++) {
                mean[i] += row[i] / (double) ROWS;
            }
        }
        double[][] covariance = new double[WIDTH][WIDTH];
        for (float[] row : rows) {
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (ROWS - 1);
                }
            }
        }
        return covariance;
    }

    private static double[] powerIteration(double[][] matrix) {
        double[] vector = new double[WIDTH];
        Arrays.setAll(vector, i -> 1 + 0.01 * i * i);
        for (int round = 0; round < 2000; round++) {
            double[] next = new double[WIDTH];
            double square = 0;
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    next[i] += matrix[i][j] * vector[j];
                }
                square += next[i] * next[i];
            }
            for (int i = 0; i < WIDTH; i++) {
                vector[i] = next[i] / Math.sqrt(square);
            }
        }
        return vector;
    }

    private static double quadratic(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }

    private static void deflate(double[][] matrix, double[] vector, double value) {
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                matrix[i][j] -= value * vector[i] * vector[j];
            }
        }
    }
}
