package org.ganvas.metrics;

/**
 * Diversity of the images of each class, by their pixels; updated image by image (Welford 1962), so that they need not be
 * kept. Not thread-safe.
 */
public final class IntraClassDiversity {

    private final double[][] means;
    private final double[][] squares;
    private final int[] counts;

    public IntraClassDiversity(int classes, int pixels) {
        means = new double[classes][pixels];
        squares = new double[classes][pixels];
        counts = new int[classes];
    }

    /** Adds the image at an offset to a class. */
    public void add(float[] images, int offset, int label) {
        double[] mean = means[label];
        double[] square = squares[label];
        counts[label]++;
        for (int i = 0; i < mean.length; i++) {
            double before = images[offset + i] - mean[i];
            mean[i] += before / counts[label];
            square[i] += before * (images[offset + i] - mean[i]);
        }
    }

    /** Root of the mean variance of the pixels, for each class; 0 below two images. */
    public double[] deviations() {
        double[] deviations = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            double sum = 0;
            for (double square : squares[k]) {
                sum += square;
            }
            deviations[k] = counts[k] < 2 ? 0 : Math.sqrt(sum / (counts[k] - 1) / squares[k].length);
        }
        return deviations;
    }

    /** Mean over classes of evaluated deviation by real deviation; classes without real variation are left out. */
    static double ratio(double[] evaluated, double[] real) {
        double sum = 0;
        int compared = 0;
        for (int k = 0; k < real.length; k++) {
            if (real[k] > 0) {
                sum += evaluated[k] / real[k];
                compared++;
            }
        }
        return sum / compared;
    }
}
