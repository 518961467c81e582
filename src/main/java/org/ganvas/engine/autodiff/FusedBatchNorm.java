package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import org.ganvas.engine.autodiff.kernel.ChannelLoops;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation in two passes over the floats, and its first derivative in two more. Higher derivatives use {@link
 * NormOps#composed}.
 */
final class FusedBatchNorm implements GraphNode.JointRule {

    private final Tensor x;
    private final Tensor scale;
    private final Tensor shift;
    private final double epsilon;
    private final ChannelLoops loops;
    private final double count;
    private final float[] mean;
    private final double[] deviation;

    /** Normalises into {@code result}. */
    FusedBatchNorm(Tensor x, Tensor scale, Tensor shift, double epsilon, NormOps.BatchNormed result) {
        this.x = x;
        this.scale = scale;
        this.shift = shift;
        this.epsilon = epsilon;
        loops = LayoutLoops.planar(x);
        int channels = (int) x.size(1);
        count = (double) x.length() / channels;
        mean = new float[channels];
        deviation = new double[channels];
        statistics(result);
        normalise(result.output());
    }

    private void statistics(NormOps.BatchNormed result) {
        int channels = mean.length;
        float[] pivots = new float[channels];
        long run = x.length() / x.size(0) / channels;
        // Shifting by a value of the channel keeps the sum of squares from cancelling.
        for (int c = 0; c < channels; c++) {
            pivots[c] = x.storage().floats().get((int) (c * run));
        }
        ChannelLoops.Sums sums = loops.moments(x.storage().floats(), pivots);
        for (int c = 0; c < channels; c++) {
            double meanOffset = sums.first()[c] / count;
            double variance = Math.max(0, sums.second()[c] / count - meanOffset * meanOffset);
            mean[c] = (float) (pivots[c] + meanOffset);
            deviation[c] = Math.sqrt(variance + epsilon);
            result.mean().storage().floats().put(c, mean[c]);
            result.variance().storage().floats().put(c, (float) variance);
        }
    }

    private void normalise(Tensor out) {
        int channels = mean.length;
        float[] factor = new float[channels];
        float[] offset = new float[channels];
        FloatBuffer gamma = scale.storage().floats();
        FloatBuffer beta = shift.storage().floats();
        for (int c = 0; c < channels; c++) {
            factor[c] = (float) (gamma.get(c) / deviation[c]);
            offset[c] = beta.get(c) - mean[c] * factor[c];
        }
        FloatBuffer in = x.storage().floats();
        loops.affine(in, factor, in, new float[channels], offset, out.storage().floats());
    }

    @Override
    public @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
        if (Autograd.recording()) {
            return NormOps.composedGradients(x, scale, shift, epsilon, gradient);
        }
        return fused(gradient);
    }

    /** The gradients, dx = scale/σ (g - mean g - x̂ mean(g x̂)), with means over all dimensions but the channels. */
    private Tensor[] fused(Tensor gradient) {
        int channels = mean.length;
        FloatBuffer g = gradient.storage().floats();
        FloatBuffer in = x.storage().floats();
        ChannelLoops.Sums sums = loops.products(g, in, mean);
        Tensor byScale = ElementwiseOps.emptyLike(scale);
        Tensor byShift = ElementwiseOps.emptyLike(shift);
        float[] gradientFactors = new float[channels];
        float[] inputFactors = new float[channels];
        float[] constants = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sumHat = sums.second()[c] / deviation[c];
            byScale.storage().floats().put(c, (float) sumHat);
            byShift.storage().floats().put(c, (float) sums.first()[c]);
            double factor = scale.storage().floats().get(c) / deviation[c];
            double slope = -factor * sumHat / (count * deviation[c]);
            gradientFactors[c] = (float) factor;
            inputFactors[c] = (float) slope;
            constants[c] = (float) (-factor * sums.first()[c] / count - slope * mean[c]);
        }
        Tensor byX = ElementwiseOps.emptyLike(x);
        loops.affine(
                g, gradientFactors, in, inputFactors, constants, byX.storage().floats());
        return new Tensor[] {byX, byScale, byShift};
    }
}
