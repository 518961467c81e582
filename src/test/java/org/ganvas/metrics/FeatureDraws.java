package org.ganvas.metrics;

import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;

/** Features with known distributions. */
final class FeatureDraws {

    private FeatureDraws() {}

    /** Rows of independent N(0, 1). */
    static FeatureRows gaussian(int count, int width, long seed) {
        float[] values = new float[count * width];
        new RandomStream(seed, Purpose.TEST, 77).fillGaussian(values, 1);
        return new FeatureRows(values, width);
    }

    /** Every row moved by the same number in every column. */
    static FeatureRows moved(FeatureRows rows, double by) {
        float[] values = rows.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) by;
        }
        return new FeatureRows(values, rows.width());
    }

    static double squaredDistance(FeatureRows a, int i, FeatureRows b, int j) {
        double sum = 0;
        for (int k = 0; k < a.width(); k++) {
            double apart = (double) a.values()[i * a.width() + k] - b.values()[j * b.width() + k];
            sum += apart * apart;
        }
        return sum;
    }
}
