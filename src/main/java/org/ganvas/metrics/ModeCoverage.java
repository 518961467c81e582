package org.ganvas.metrics;

import org.ganvas.data.GaussianMixture;

/**
 * Coverage of a mixture's modes by points, as VEEGAN (1705.07761) and PacGAN (1712.04086) define it: a point is of high
 * quality within 3 sigma of its nearest mode, and a mode is captured if a point of high quality is nearest to it.
 * Immutable; any thread.
 *
 * @param points number of all points
 * @param highQuality number of points of high quality nearest to each mode
 */
public record ModeCoverage(int points, int[] highQuality) {

    private static final double HIGH_QUALITY_SIGMAS = 3;

    /** Coverage by points, x and y of each in turn; a point with a NaN is not of high quality. */
    public static ModeCoverage of(float[] points, GaussianMixture mixture) {
        int[] counts = new int[mixture.centres().size()];
        for (int i = 0; i < points.length; i += 2) {
            int mode = mixture.nearestMode(points[i], points[i + 1]);
            if (mixture.distanceInSigmas(mode, points[i], points[i + 1]) < HIGH_QUALITY_SIGMAS) {
                counts[mode]++;
            }
        }
        return new ModeCoverage(points.length / 2, counts);
    }

    /** Number of modes with at least one point of high quality. */
    public int captured() {
        int captured = 0;
        for (int count : highQuality) {
            captured += count > 0 ? 1 : 0;
        }
        return captured;
    }

    /** Share of points of high quality, 0 to 1. */
    public double highQualityShare() {
        return (double) highQualityPoints() / points;
    }

    /**
     * KL divergence of the shares of the modes from equal shares, in nats, over the points of high quality: 0 if all modes
     * are equally frequent, ln K if there is only one; NaN if no point is of high quality.
     */
    public double reverseKl() {
        double sum = 0;
        for (int count : highQuality) {
            double share = (double) count / highQualityPoints();
            sum += count == 0 ? 0 : share * Math.log(share * highQuality.length);
        }
        return highQualityPoints() == 0 ? Double.NaN : sum;
    }

    private int highQualityPoints() {
        int sum = 0;
        for (int count : highQuality) {
            sum += count;
        }
        return sum;
    }

    /** Expected share of high quality of the mixture itself: P(r &lt; 3 sigma) = 1 - e^(-9/2), where its modes do not overlap. */
    public static double expectedHighQuality() {
        return 1 - Math.exp(-HIGH_QUALITY_SIGMAS * HIGH_QUALITY_SIGMAS / 2);
    }

    /** Expected reverse KL of N points of the mixture itself: (K - 1) / 2N. */
    public static double expectedReverseKl(int modes, int points) {
        return (modes - 1) / (2.0 * points);
    }
}
