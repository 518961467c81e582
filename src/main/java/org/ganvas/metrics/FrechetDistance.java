package org.ganvas.metrics;

/**
 * Squared Fr&eacute;chet distance of the Gaussians fitted to two sets of features (Dowson and Landau 1982), which FID
 * (1706.08500) computes from the features of Inception. From other features it is another number, to be reported with the
 * network's name. Pure functions; any thread.
 */
public final class FrechetDistance {

    private FrechetDistance() {}

    /** Distance of two sets of features, see {@link #of(FeatureMoments, FeatureMoments)}. */
    public static double of(FeatureMatrix a, FeatureMatrix b) {
        FeatureMatrix.requireSameWidth(a, b);
        return of(FeatureMoments.of(a), FeatureMoments.of(b));
    }

    /**
     * Distance |m1 - m2|&sup2; + Tr(S1) + Tr(S2) - 2 Tr((S1 S2)^1/2). The last trace is the sum of the roots of the eigenvalues of
     * the symmetric A S2 A, A = S1^1/2, so that no complex number and no general root appears even where a covariance is
     * singular.
     *
     * @return 0 or more, in the squared units of the features
     */
    public static double of(FeatureMoments a, FeatureMoments b) {
        double sum = 0;
        for (int k = 0; k < a.mean().length; k++) {
            double difference = a.mean()[k] - b.mean()[k];
            sum += difference * difference + a.covariance()[k][k] + b.covariance()[k][k];
        }
        double[][] root = SymmetricEigensolver.of(a.covariance()).squareRoot();
        double[][] middle = product(product(root, b.covariance()), root);
        for (double value : SymmetricEigensolver.of(symmetric(middle)).values()) {
            sum -= 2 * Math.sqrt(Math.max(0, value));
        }
        // For equal sets rounding leaves some 1e-12 on either side of 0.
        return Math.max(0, sum);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int r = 0; r < a.length; r++) {
            for (int k = 0; k < a.length; k++) {
                for (int c = 0; c < a.length; c++) {
                    product[r][c] += a[r][k] * b[k][c];
                }
            }
        }
        return product;
    }

    private static double[][] symmetric(double[][] a) {
        double[][] both = new double[a.length][a.length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a.length; c++) {
                both[r][c] = (a[r][c] + a[c][r]) / 2;
            }
        }
        return both;
    }
}
