package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation of [batch, features] in two passes over the floats, and its first derivative in two more; higher
 * derivatives go through {@link Norms#composed}.
 */
final class FusedBatchNorm implements Node.Rule {

    private final Tensor x;
    private final Tensor scale;
    private final Tensor shift;
    private final Tensor normalised;
    private final Tensor variance;
    private final double epsilon;
    private @Nullable List<Tensor> gradients;
    private @Nullable Tensor gradientOf;

    FusedBatchNorm(Tensor x, Tensor scale, Tensor shift, Tensor normalised, Tensor variance, double epsilon) {
        this.x = x;
        this.scale = scale;
        this.shift = shift;
        this.normalised = normalised;
        this.variance = variance;
        this.epsilon = epsilon;
    }

    static void forward(
            Tensor x, Tensor scale, Tensor shift, double epsilon, Norms.BatchNormed result, Tensor normalised) {
        int rows = (int) x.size(0);
        int features = (int) x.size(1);
        FloatBuffer in = x.storage().floats();
        double[] sum = new double[features];
        double[] squares = new double[features];
        moments(in, rows, features, sum, squares);
        float[] factor = new float[features];
        float[] centre = new float[features];
        for (int f = 0; f < features; f++) {
            double mean = sum[f] / rows;
            double variance = squares[f] / rows;
            result.mean().storage().floats().put(f, (float) mean);
            result.variance().storage().floats().put(f, (float) variance);
            factor[f] = (float) (1 / Math.sqrt(variance + epsilon));
            centre[f] = (float) mean;
        }
        FloatBuffer hat = normalised.storage().floats();
        FloatBuffer out = result.output().storage().floats();
        FloatBuffer gamma = scale.storage().floats();
        FloatBuffer beta = shift.storage().floats();
        for (int r = 0, i = 0; r < rows; r++) {
            for (int f = 0; f < features; f++, i++) {
                float h = (in.get(i) - centre[f]) * factor[f];
                hat.put(i, h);
                out.put(i, h * gamma.get(f) + beta.get(f));
            }
        }
    }

    /** Sums, and sums of squared distances from the mean: two passes, so that nothing cancels. */
    private static void moments(FloatBuffer in, int rows, int features, double[] sum, double[] squares) {
        for (int r = 0, i = 0; r < rows; r++) {
            for (int f = 0; f < features; f++, i++) {
                sum[f] += in.get(i);
            }
        }
        for (int r = 0, i = 0; r < rows; r++) {
            for (int f = 0; f < features; f++, i++) {
                double distance = in.get(i) - sum[f] / rows;
                squares[f] += distance * distance;
            }
        }
    }

    @Override
    public Tensor by(int input, Tensor gradient) {
        if (gradients == null || gradientOf != gradient) {
            gradients = Autograd.recording() ? composedGradients(gradient) : fusedGradients(gradient);
            gradientOf = gradient;
        }
        return gradients.get(input);
    }

    private List<Tensor> composedGradients(Tensor gradient) {
        Tensor again = Norms.composed(x, scale, shift, epsilon).output();
        return Autograd.grad(again, gradient, List.of(x, scale, shift), true);
    }

    /** dx = scale/σ (g - mean g - x̂ mean(g x̂)), with means over the batch. */
    private List<Tensor> fusedGradients(Tensor gradient) {
        int rows = (int) x.size(0);
        int features = (int) x.size(1);
        Tensor byX = Arith.like(x);
        Tensor byScale = Arith.like(scale);
        Tensor byShift = Arith.like(shift);
        FloatBuffer g = gradient.storage().floats();
        FloatBuffer hat = normalised.storage().floats();
        double[] sum = new double[features];
        double[] sumHat = new double[features];
        for (int r = 0, i = 0; r < rows; r++) {
            for (int f = 0; f < features; f++, i++) {
                sum[f] += g.get(i);
                sumHat[f] += (double) g.get(i) * hat.get(i);
            }
        }
        float[] factor = new float[features];
        for (int f = 0; f < features; f++) {
            byScale.storage().floats().put(f, (float) sumHat[f]);
            byShift.storage().floats().put(f, (float) sum[f]);
            double deviation = Math.sqrt(variance.storage().floats().get(f) + epsilon);
            factor[f] = (float) (scale.storage().floats().get(f) / deviation);
        }
        FloatBuffer out = byX.storage().floats();
        for (int r = 0, i = 0; r < rows; r++) {
            for (int f = 0; f < features; f++, i++) {
                double inner = g.get(i) - (sum[f] + hat.get(i) * sumHat[f]) / rows;
                out.put(i, (float) (factor[f] * inner));
            }
        }
        return List.of(byX, byScale, byShift);
    }
}
