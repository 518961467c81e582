package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation in two passes over the floats, and its first derivative in two more; higher derivatives go through
 * {@link NormOps#composed}.
 */
final class FusedBatchNorm implements GraphNode.Rule {

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
        loops = ChannelLoops.of(x);
        int channels = (int) x.size(1);
        count = (double) x.length() / channels;
        mean = new float[channels];
        deviation = new double[channels];
        statistics(result);
        normalise(result.output());
    }

    private void statistics(NormOps.BatchNormed result) {
        int channels = mean.length;
        float[] near = new float[channels];
        long run = x.length() / x.size(0) / channels;
        for (int c = 0; c < channels; c++) {
            near[c] = x.storage().floats().get((int) (c * run));
        }
        ChannelLoops.Sums sums = loops.moments(x.storage().floats(), near);
        for (int c = 0; c < channels; c++) {
            double off = sums.first()[c] / count;
            double variance = Math.max(0, sums.second()[c] / count - off * off);
            mean[c] = (float) (near[c] + off);
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
    public @Nullable Tensor gradient(int input, Tensor gradient) {
        boolean[] wanted = new boolean[3];
        wanted[input] = true;
        return gradients(wanted, gradient)[input];
    }

    @Override
    public @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
        if (Autograd.recording()) {
            Tensor again = NormOps.composed(x, scale, shift, epsilon).output();
            return Autograd.grad(again, gradient, List.of(x, scale, shift), true)
                    .toArray(new Tensor[3]);
        }
        return fused(gradient);
    }

    /** dx = scale/σ (g - mean g - x̂ mean(g x̂)), with means over everything but the channels. */
    private Tensor[] fused(Tensor gradient) {
        int channels = mean.length;
        FloatBuffer g = gradient.storage().floats();
        FloatBuffer in = x.storage().floats();
        ChannelLoops.Sums sums = loops.products(g, in, mean);
        Tensor byScale = ElementwiseOps.emptyLike(scale);
        Tensor byShift = ElementwiseOps.emptyLike(shift);
        float[] ofGradient = new float[channels];
        float[] ofInput = new float[channels];
        float[] constant = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sumHat = sums.second()[c] / deviation[c];
            byScale.storage().floats().put(c, (float) sumHat);
            byShift.storage().floats().put(c, (float) sums.first()[c]);
            double factor = scale.storage().floats().get(c) / deviation[c];
            double slope = -factor * sumHat / (count * deviation[c]);
            ofGradient[c] = (float) factor;
            ofInput[c] = (float) slope;
            constant[c] = (float) (-factor * sums.first()[c] / count - slope * mean[c]);
        }
        Tensor byX = ElementwiseOps.emptyLike(x);
        loops.affine(g, ofGradient, in, ofInput, constant, byX.storage().floats());
        return new Tensor[] {byX, byScale, byShift};
    }
}
