package org.ganvas.metrics;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/** Features with known distributions. */
final class FeatureSamples {

    private FeatureSamples() {}

    /** Rows of independent N(0, 1). */
    static FeatureMatrix gaussian(int count, int width, long seed) {
        float[] values = new float[count * width];
        new SeededRandomStream(seed, Purpose.TEST, 77).fillGaussian(values, 1);
        return new FeatureMatrix(values, width);
    }

    /** Every row moved by the same number in every column. */
    static FeatureMatrix moved(FeatureMatrix rows, double by) {
        float[] values = rows.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) by;
        }
        return new FeatureMatrix(values, rows.width());
    }

    static double squaredDistance(FeatureMatrix a, int i, FeatureMatrix b, int j) {
        double sum = 0;
        for (int k = 0; k < a.width(); k++) {
            double apart = (double) a.values()[i * a.width() + k] - b.values()[j * b.width() + k];
            sum += apart * apart;
        }
        return sum;
    }
}
