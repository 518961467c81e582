package org.ganvas.metrics;

/**
 * Moments of the Gaussian fitted to features. Must not be modified; any thread.
 *
 * @param mean of each column
 * @param covariance unbiased, divided by N - 1
 */
public record FeatureMoments(double[] mean, double[][] covariance) {

    /** Moments of at least two rows. */
    public static FeatureMoments of(FeatureMatrix rows) {
        int count = rows.count();
        if (count < 2) {
            throw new IllegalArgumentException("one row has no covariance");
        }
        double[] mean = new double[rows.width()];
        double[] row = new double[rows.width()];
        for (int i = 0; i < count; i++) {
            rows.copyRow(i, row);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k] / count;
            }
        }
        return new FeatureMoments(mean, covariance(rows, mean));
    }

    private static double[][] covariance(FeatureMatrix rows, double[] mean) {
        int width = mean.length;
        double[][] sums = new double[width][width];
        double[] row = new double[width];
        for (int i = 0; i < rows.count(); i++) {
            rows.copyRow(i, row);
            for (int k = 0; k < width; k++) {
                row[k] -= mean[k];
            }
            for (int k = 0; k < width; k++) {
                for (int m = 0; m <= k; m++) {
                    sums[k][m] += row[k] * row[m];
                }
            }
        }
        for (int k = 0; k < width; k++) {
            for (int m = 0; m <= k; m++) {
                sums[k][m] /= rows.count() - 1;
                sums[m][k] = sums[k][m];
            }
        }
        return sums;
    }
}
