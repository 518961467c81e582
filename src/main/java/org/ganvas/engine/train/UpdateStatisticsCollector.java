package org.ganvas.engine.train;

import java.util.Arrays;
import org.ganvas.engine.state.UpdateStatistics;

/**
 * Accumulator of {@link UpdateStatistics} in the optimizer's loop, while the numbers are in the cache. Sums run in lanes,
 * one per position in a chunk, because the compiler vectorises that and not a single running sum. The training thread's.
 */
final class UpdateStatisticsCollector {

    private final float[] gradients = new float[FloatArrayChunks.SIZE];
    private final float[] weights = new float[FloatArrayChunks.SIZE];
    private final float[] changes = new float[FloatArrayChunks.SIZE];

    /** Lanes that are not zero; small networks have short chunks only. */
    private int lanes;

    void reset() {
        Arrays.fill(gradients, 0, lanes, 0);
        Arrays.fill(weights, 0, lanes, 0);
        Arrays.fill(changes, 0, lanes, 0);
        lanes = 0;
    }

    /** Adds the first {@code count} numbers of a chunk. */
    void add(float[] gradient, float[] before, float[] after, int count) {
        lanes = Math.max(lanes, count);
        addSquares(gradients, gradient, count);
        addSquares(weights, before, count);
        addSquaredDistances(changes, before, after, count);
    }

    private static void addSquares(float[] lanes, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += values[i] * values[i];
        }
    }

    private static void addSquaredDistances(float[] lanes, float[] from, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            float distance = to[i] - from[i];
            lanes[i] += distance * distance;
        }
    }

    /** The statistics of everything added since {@link #reset}. */
    UpdateStatistics result(double learningRate) {
        double squaredNorm = sum(weights);
        return new UpdateStatistics(
                Math.sqrt(sum(gradients)),
                squaredNorm == 0 ? Double.NaN : Math.sqrt(sum(changes) / squaredNorm),
                learningRate);
    }

    private double sum(float[] squares) {
        double sum = 0;
        for (int i = 0; i < lanes; i++) {
            sum += squares[i];
        }
        return sum;
    }
}
