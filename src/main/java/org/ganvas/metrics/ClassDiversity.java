package org.ganvas.metrics;

/**
 * How much the pictures of each class differ among themselves, in pixels; told picture by picture (Welford 1962), so that
 * they need not be kept. Not safe for several threads.
 */
public final class ClassDiversity {

    private final double[][] means;
    private final double[][] squares;
    private final int[] counts;

    public ClassDiversity(int classes, int pixels) {
        means = new double[classes][pixels];
        squares = new double[classes][pixels];
        counts = new int[classes];
    }

    /** Takes the picture at an offset as one of a class. */
    public void add(float[] pictures, int offset, int label) {
        double[] mean = means[label];
        double[] square = squares[label];
        counts[label]++;
        for (int i = 0; i < mean.length; i++) {
            double before = pictures[offset + i] - mean[i];
            mean[i] += before / counts[label];
            square[i] += before * (pictures[offset + i] - mean[i]);
        }
    }

    /** Of each class the root of the mean variance of its pixels; 0 below two pictures. */
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

    /** The mean over classes of one deviation divided by the other; classes that do not vary in reality are left out. */
    static double ratio(double[] judged, double[] real) {
        double sum = 0;
        int compared = 0;
        for (int k = 0; k < real.length; k++) {
            if (real[k] > 0) {
                sum += judged[k] / real[k];
                compared++;
            }
        }
        return sum / compared;
    }
}
