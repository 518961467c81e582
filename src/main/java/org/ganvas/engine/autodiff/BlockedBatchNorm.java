package org.ganvas.engine.autodiff;

import java.util.List;
import org.ganvas.engine.autodiff.onednn.OneDnnBatchNorm;
import org.jspecify.annotations.Nullable;

/** Batch normalisation of images in blocks of channels, by oneDNN. Higher derivatives use {@link NormOps#composed}. */
final class BlockedBatchNorm implements GraphNode.JointRule {

    private final Tensor x;
    private final Tensor scale;
    private final Tensor shift;
    private final double epsilon;
    private final Tensor mean;
    private final Tensor variance;

    /**
     * @param mean [channels], to be computed
     * @param variance [channels], to be computed
     */
    BlockedBatchNorm(Tensor x, Tensor scale, Tensor shift, double epsilon, Tensor mean, Tensor variance) {
        this.x = x;
        this.scale = scale;
        this.shift = shift;
        this.epsilon = epsilon;
        this.mean = mean;
        this.variance = variance;
    }

    /** The batch, normalised, scaled and shifted; computes the statistics. */
    Tensor normalised() {
        Tensor out = Tensor.undefined(x.type(), x.shape());
        OneDnnBatchNorm.forward(
                x.shape(),
                epsilon,
                batch(),
                shift.values().plain(),
                out.values().resultAddress(true));
        return out;
    }

    private OneDnnBatchNorm.Batch batch() {
        return new OneDnnBatchNorm.Batch(
                x.values().address(true),
                scale.values().plain(),
                mean.values().plain(),
                variance.values().plain());
    }

    @Override
    public @Nullable Tensor[] gradients(boolean[] wanted, Tensor gradient) {
        if (Autograd.recording()) {
            return NormOps.composedGradients(x, scale, shift, epsilon, gradient);
        }
        // A tensor from before the arena's round keeps no blocks; its copy in the round does.
        Tensor inRound = gradient.values().keepsBlocks() ? gradient : ElementwiseOps.scale(gradient, 1);
        Tensor byX = Tensor.undefined(x.type(), x.shape());
        Tensor byScale = ElementwiseOps.emptyLike(scale);
        Tensor byShift = ElementwiseOps.emptyLike(shift);
        OneDnnBatchNorm.backward(
                x.shape(),
                epsilon,
                batch(),
                inRound.values().address(true),
                byX.values().resultAddress(true),
                byScale.values().plain(),
                byShift.values().plain());
        return List.of(byX, byScale, byShift).toArray(new Tensor[3]);
    }
}
