package org.ganvas.metrics;

import org.ganvas.data.GaussianMixture;

/**
 * How points lie about the modes of a mixture, as VEEGAN (1705.07761) and PacGAN (1712.04086) count it: a point is of high
 * quality within 3 sigma of its nearest mode, and a mode is captured if a point of high quality is nearest to it.
 * Immutable; any thread.
 *
 * @param points all that were counted
 * @param highQuality points of high quality nearest to each mode
 */
public record ModeCoverage(int points, int[] highQuality) {

    private static final double HIGH_QUALITY_SIGMAS = 3;

    /** Counts points, x and y of each in turn; one that is no number is near nothing. */
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

    /** Modes with at least one point of high quality. */
    public int captured() {
        int captured = 0;
        for (int count : highQuality) {
            captured += count > 0 ? 1 : 0;
        }
        return captured;
    }

    /** Points of high quality as a share of all, 0 to 1. */
    public double highQualityShare() {
        return (double) highQualityPoints() / points;
    }

    /**
     * KL from the shares of the modes to equal shares, in nats, over the points of high quality: 0 if all modes are equally
     * often, ln K if there is only one; not a number if no point is of high quality.
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
        int near = 0;
        for (int count : highQuality) {
            near += count;
        }
        return near;
    }

    /** The share of high quality of the mixture itself: P(r &lt; 3 sigma) = 1 - e^(-9/2), where its modes lie apart. */
    public static double expectedHighQuality() {
        return 1 - Math.exp(-HIGH_QUALITY_SIGMAS * HIGH_QUALITY_SIGMAS / 2);
    }

    /** What reverse KL is on average for so many points of the mixture itself: (K - 1) / 2N. */
    public static double expectedReverseKl(int modes, int points) {
        return (modes - 1) / (2.0 * points);
    }
}
