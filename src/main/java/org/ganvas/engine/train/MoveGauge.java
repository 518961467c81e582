package org.ganvas.engine.train;

import java.util.Arrays;

/**
 * Adds up what {@link Move} says while the optimizer has the numbers in the cache. Sums run in lanes, one for each place
 * of a short array, because the compiler vectorises that and not one running sum. The training thread's.
 */
final class MoveGauge {

    private static final int LANES = 512;

    private final float[] gradients = new float[LANES];
    private final float[] weights = new float[LANES];
    private final float[] moves = new float[LANES];

    void restart() {
        Arrays.fill(gradients, 0);
        Arrays.fill(weights, 0);
        Arrays.fill(moves, 0);
    }

    /** Takes the first {@code count} numbers of a chunk. */
    void add(float[] gradient, float[] before, float[] after, int count) {
        for (int start = 0; start < count; start += LANES) {
            add(gradient, before, after, start, Math.min(LANES, count - start));
        }
    }

    private void add(float[] gradient, float[] before, float[] after, int start, int count) {
        float[] ofGradients = gradients;
        float[] ofWeights = weights;
        float[] ofMoves = moves;
        for (int i = 0; i < count; i++) {
            float g = gradient[start + i];
            float w = before[start + i];
            float d = after[start + i] - w;
            ofGradients[i] += g * g;
            ofWeights[i] += w * w;
            ofMoves[i] += d * d;
        }
    }

    /** What was added since the start. */
    Move read(double learningRate) {
        double size = sum(weights);
        return new Move(Math.sqrt(sum(gradients)), size == 0 ? Double.NaN : Math.sqrt(sum(moves) / size), learningRate);
    }

    private static double sum(float[] lanes) {
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }
}
