package org.ganvas.session.explore;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.ganvas.session.run.LatentDirection;

/**
 * Principal components of styles. Immutable by convention, any thread.
 *
 * @param directions by falling share of the variance, by their scores
 * @param axes the same as unit vectors of w
 */
record StyleComponents(List<LatentDirection> directions, List<float[]> axes) {

    /** Below that share, a variance is rounding error. */
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * Components of rows of styles: eigenvectors of their covariance, which has a closed form.
     *
     * @param styles row after row
     * @param most components to keep
     */
    static StyleComponents of(float[] styles, int rows, int most) {
        int width = styles.length / rows;
        double[][] centred = centred(styles, rows, width);
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(covariance(centred, width)));
        double[] variances = eigen.getRealEigenvalues();
        double total = 0;
        for (double variance : variances) {
            total += Math.max(0, variance);
        }
        List<LatentDirection> directions = new ArrayList<>();
        List<float[]> axes = new ArrayList<>();
        for (int k = 0; k < Math.min(most, width) && variances[k] > NEGLIGIBLE * total; k++) {
            float[] axis = LatentAnalysis.unit(eigen.getEigenvector(k).toArray());
            axes.add(axis);
            directions.add(
                    new LatentDirection("", scores(centred, axis), variances[k] / total, LatentDirection.Space.W));
        }
        return new StyleComponents(directions, axes);
    }

    private static double[][] centred(float[] styles, int rows, int width) {
        double[] mean = new double[width];
        for (int i = 0; i < styles.length; i++) {
            mean[i % width] += (double) styles[i] / rows;
        }
        double[][] centred = new double[rows][width];
        for (int i = 0; i < styles.length; i++) {
            centred[i / width][i % width] = styles[i] - mean[i % width];
        }
        return centred;
    }

    private static double[][] covariance(double[][] centred, int width) {
        double[][] covariance = new double[width][width];
        for (double[] row : centred) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += row[i] * row[j] / centred.length;
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** Places of the rows along an axis, at length 1 all together. */
    private static float[] scores(double[][] centred, float[] axis) {
        double[] along = new double[centred.length];
        double square = 0;
        for (int i = 0; i < along.length; i++) {
            for (int c = 0; c < axis.length; c++) {
                along[i] += centred[i][c] * axis[c];
            }
            square += along[i] * along[i];
        }
        float[] scores = new float[along.length];
        for (int i = 0; i < along.length; i++) {
            scores[i] = (float) (along[i] / Math.sqrt(square));
        }
        return scores;
    }
}
