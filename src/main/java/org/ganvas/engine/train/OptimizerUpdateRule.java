package org.ganvas.engine.train;

import org.ganvas.engine.spec.training.OptimizerSpec;

/** Inner loop of an optimizer for one update: no branches, so that the compiler vectorises it. The training thread's. */
@FunctionalInterface
interface OptimizerUpdateRule {

    /**
     * Updates weights in place.
     *
     * @param weight the weights
     * @param gradient of the same length or longer
     * @param slots the optimizer's accumulated state of these weights; its length decides how many are updated
     */
    void apply(float[] weight, float[] gradient, float[][] slots);

    /** The rule for an update, counted from 1. */
    static OptimizerUpdateRule of(OptimizerSpec spec, long update, double rateFactor) {
        return switch (spec.kind()) {
            case ADAM -> adam(spec, update, rateFactor);
            case RMSPROP -> {
                float decay = (float) spec.beta2();
                float rate = (float) (spec.learningRate() * rateFactor);
                float epsilon = (float) spec.epsilon();
                yield (weight, gradient, slots) -> rmsProp(weight, gradient, slots[0], decay, rate, epsilon);
            }
            case SGD -> {
                float momentum = (float) spec.beta1();
                float rate = (float) (spec.learningRate() * rateFactor);
                yield (weight, gradient, slots) -> sgd(weight, gradient, slots[0], momentum, rate);
            }
        };
    }

    /** Adam with bias correction (Kingma and Ba 2014, algorithm 1). */
    private static OptimizerUpdateRule adam(OptimizerSpec spec, long update, double rateFactor) {
        double correction1 = 1 - Math.pow(spec.beta1(), update);
        double correction2 = 1 - Math.pow(spec.beta2(), update);
        Adam factors = new Adam(
                (float) spec.beta1(),
                (float) spec.beta2(),
                (float) (spec.learningRate() * rateFactor / correction1),
                (float) (1 / Math.sqrt(correction2)),
                (float) spec.epsilon());
        return (weight, gradient, slots) -> factors.apply(weight, gradient, slots[0], slots[1]);
    }

    /**
     * Factors of one update of Adam.
     *
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param rate learning rate divided by the first moment's bias correction
     * @param rootCorrection reciprocal of the root of the second moment's bias correction
     * @param epsilon added to the root of the second moment
     */
    record Adam(float beta1, float beta2, float rate, float rootCorrection, float epsilon) {
        void apply(float[] weight, float[] gradient, float[] mean, float[] square) {
            float b1 = beta1;
            float b2 = beta2;
            float step = rate;
            float correction = rootCorrection;
            float tiny = epsilon;
            for (int i = 0; i < mean.length; i++) {
                float g = gradient[i];
                float m = b1 * mean[i] + (1 - b1) * g;
                float v = b2 * square[i] + (1 - b2) * g * g;
                mean[i] = m;
                square[i] = v;
                weight[i] = weight[i] - step * m / ((float) Math.sqrt(v) * correction + tiny);
            }
        }
    }

    private static void rmsProp(
            float[] weight, float[] gradient, float[] square, float decay, float rate, float epsilon) {
        for (int i = 0; i < square.length; i++) {
            float g = gradient[i];
            float v = decay * square[i] + (1 - decay) * g * g;
            square[i] = v;
            weight[i] = weight[i] - rate * g / ((float) Math.sqrt(v) + epsilon);
        }
    }

    private static void sgd(float[] weight, float[] gradient, float[] velocity, float momentum, float rate) {
        for (int i = 0; i < velocity.length; i++) {
            float v = momentum * velocity[i] + gradient[i];
            velocity[i] = v;
            weight[i] = weight[i] - rate * v;
        }
    }
}
