package org.ganvas.engine.net;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.layer.InitSpec;

/** Initial values of weights and biases by scheme. Pure functions. */
final class WeightInitSchemes {

    private static final double DCGAN_DEVIATION = 0.02;

    private WeightInitSchemes() {}

    static float[] initial(InitSpec init, int fanIn, int fanOut, int length, SeededRandomStream random) {
        return switch (init) {
            case PYTORCH -> uniform(1 / Math.sqrt(fanIn), length, random);
            case GLOROT -> uniform(Math.sqrt(6.0 / (fanIn + fanOut)), length, random);
            case DCGAN -> {
                float[] values = new float[length];
                random.fillGaussian(values, DCGAN_DEVIATION);
                yield values;
            }
            case EQUALISED -> {
                float[] values = new float[length];
                random.fillGaussian(values, 1);
                yield values;
            }
        };
    }

    static float[] initialBias(InitSpec init, int fanIn, int length, SeededRandomStream random) {
        return init == InitSpec.PYTORCH ? uniform(1 / Math.sqrt(fanIn), length, random) : new float[length];
    }

    private static float[] uniform(double bound, int length, SeededRandomStream random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }
}
