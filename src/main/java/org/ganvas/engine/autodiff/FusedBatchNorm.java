package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.List;
import org.ganvas.engine.autodiff.kernel.ChannelLoops;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation in two passes over the floats, and its first derivative in two more. Higher derivatives use {@link
 * NormOps#composed}.
 */
final class FusedBatchNorm implements GraphNode.Rule {

    private final Tensor x;
    private final Tensor scale;
    private final Tensor shift;
    private final double epsilon;
    private final double count;
    private final float[] mean;
    private final double[] deviation;

    /** Computes the statistics of a batch, into {@code means} and {@code variances}, [channels]. */
    FusedBatchNorm(Tensor x, Tensor scale, Tensor shift, double epsilon, Tensor means, Tensor variances) {
        this.x = x;
        this.scale = scale;
        this.shift = shift;
        this.epsilon = epsilon;
        int channels = (int) x.size(1);
        count = (double) x.length() / channels;
        mean = new float[channels];
        deviation = new double[channels];
        statistics(means, variances);
    }

    private void statistics(Tensor means, Tensor variances) {
        int channels = mean.length;
        // Shifting by a value of the channel keeps the sum of squares from cancelling.
        float[] pivots = new float[channels];
        ChannelLoops.Sums sums = LayoutLoops.channelMoments(x, pivots);
        for (int c = 0; c < channels; c++) {
            double meanOffset = sums.first()[c] / count;
            double variance = Math.max(0, sums.second()[c] / count - meanOffset * meanOffset);
            mean[c] = (float) (pivots[c] + meanOffset);
            deviation[c] = Math.sqrt(variance + epsilon);
            means.storage().floats().put(c, mean[c]);
            variances.storage().floats().put(c, (float) variance);
        }
    }

    /** The batch, normalised, scaled and shifted. */
    Tensor normalised() {
        int channels = mean.length;
        float[] factor = new float[channels];
        float[] offset = new float[channels];
        FloatBuffer gamma = scale.storage().floats();
        FloatBuffer beta = shift.storage().floats();
        for (int c = 0; c < channels; c++) {
            factor[c] = (float) (gamma.get(c) / deviation[c]);
            offset[c] = beta.get(c) - mean[c] * factor[c];
        }
        float[] zeros = new float[channels];
        return LayoutLoops.eachChannel(
                x, x, (loops, in, same, out) -> loops.affine(in, factor, same, zeros, offset, out));
    }

    @Override
    public @Nullable Tensor gradient(int input, Tensor gradient) {
        boolean[] wanted = new boolean[3];
        wanted[input] = true;
        return gradients(wanted, gradient)[input];
    }

    @Override
    public @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
        if (Autograd.recording()) {
            Tensor recomputed = NormOps.composed(x, scale, shift, epsilon).output();
            return Autograd.grad(recomputed, gradient, List.of(x, scale, shift), true)
                    .toArray(new Tensor[3]);
        }
        return fused(gradient);
    }

    /** The gradients, dx = scale/σ (g - mean g - x̂ mean(g x̂)), with means over all dimensions but the channels. */
    private Tensor[] fused(Tensor gradient) {
        int channels = mean.length;
        ChannelLoops.Sums sums = LayoutLoops.channelProducts(gradient, x, mean);
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
        Tensor byX = LayoutLoops.eachChannel(
                gradient, x, (loops, g, in, out) -> loops.affine(g, gradientFactors, in, inputFactors, constants, out));
        return new Tensor[] {byX, byScale, byShift};
    }
}
