package org.ganvas.engine.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.engine.autodiff.kernel.PixelNormLoops;
import org.nd4j.linalg.api.buffer.DataType;

/** Normalisations of [batch, channels] and [batch, channels, height, width]. Pure functions. */
public final class NormOps {

    private NormOps() {}

    /**
     * Result of batch normalisation.
     *
     * @param output the normalised, scaled and shifted input
     * @param mean of the batch, one per channel; a constant
     * @param variance of the batch, biased, one per channel; a constant
     */
    public record BatchNormed(Tensor output, Tensor mean, Tensor variance) {}

    /**
     * Batch normalisation by the batch's own statistics over all dimensions but the channels (Ioffe and Szegedy 2015).
     *
     * @param scale [channels]
     * @param shift [channels]
     * @param epsilon added to the variance
     */
    public static BatchNormed batchNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        if (x.type() != DataType.FLOAT) {
            return composed(x, scale, shift, epsilon);
        }
        long channels = x.size(1);
        Tensor mean = Tensor.empty(x.type(), channels);
        Tensor variance = Tensor.empty(x.type(), channels);
        if (x.values().inBlocks()) {
            BlockedBatchNorm rule = new BlockedBatchNorm(x, scale, shift, epsilon, mean, variance);
            return new BatchNormed(OpRecorder.record(rule.normalised(), rule, x, scale, shift), mean, variance);
        }
        BatchNormed result = new BatchNormed(ElementwiseOps.emptyLike(x), mean, variance);
        GraphNode.Rule rule = new FusedBatchNorm(x, scale, shift, epsilon, result);
        return new BatchNormed(OpRecorder.record(result.output(), rule, x, scale, shift), mean, variance);
    }

    /** The gradients of batch normalisation by x, scale and shift, recorded. */
    static Tensor[] composedGradients(Tensor x, Tensor scale, Tensor shift, double epsilon, Tensor gradient) {
        Tensor recomputed = composed(x, scale, shift, epsilon).output();
        return Autograd.grad(recomputed, gradient, List.of(x, scale, shift), true)
                .toArray(new Tensor[3]);
    }

    /** Batch normalisation composed of operations, which can be differentiated any number of times. */
    static BatchNormed composed(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        int[] others = allButChannels(x);
        Tensor mean = ReductionOps.mean(x, others);
        Tensor centred = ElementwiseOps.sub(x, mean);
        Tensor variance = ReductionOps.mean(ElementwiseOps.square(centred), others);
        Tensor normalised = ElementwiseOps.div(centred, ElementwiseOps.sqrt(ElementwiseOps.shift(variance, epsilon)));
        Tensor out =
                ElementwiseOps.add(ElementwiseOps.mul(normalised, alongChannels(scale, x)), alongChannels(shift, x));
        return new BatchNormed(out, mean.detached(), variance.detached());
    }

    /**
     * Layer normalisation (Ba et al. 2016): each sample by its own mean and variance over all its numbers, then a scale and
     * a shift per channel.
     *
     * @param scale [channels]
     * @param shift [channels]
     */
    public static Tensor layerNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        Tensor normalised = standardised(x, IntStream.range(1, x.rank()).toArray(), epsilon);
        return ElementwiseOps.add(ElementwiseOps.mul(normalised, alongChannels(scale, x)), alongChannels(shift, x));
    }

    /** Instance normalisation (Ulyanov et al. 2016): each channel of each image by its own mean and variance. */
    public static Tensor instanceNorm(Tensor x, double epsilon) {
        long rows = x.size(0) * x.size(1);
        return normalisedInstances(x, Tensor.filled(1, x.type(), rows), Tensor.filled(0, x.type(), rows), epsilon);
    }

    /**
     * Adaptive instance normalisation (Huang and Belongie 2017; StyleGAN, Karras et al. 2018): each channel of each image
     * by its own mean and variance, then to the deviation and mean that a style gives.
     *
     * @param x [batch, channels, height, width]
     * @param scale [batch, channels], the new deviation
     * @param shift [batch, channels], the new mean
     */
    public static Tensor adaptiveInstanceNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        long rows = x.size(0) * x.size(1);
        return normalisedInstances(x, ViewOps.reshape(scale, rows), ViewOps.reshape(shift, rows), epsilon);
    }

    /** Batch normalisation of one image whose channels are those of all images. */
    private static Tensor normalisedInstances(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        Tensor channels = ViewOps.reshape(x, 1, x.size(0) * x.size(1), x.size(2), x.size(3));
        return ViewOps.reshape(batchNorm(channels, scale, shift, epsilon).output(), x.shape());
    }

    /** Pixel normalisation (Karras et al. 2018): scales each pixel's channels to a mean square of 1. */
    public static Tensor pixelNorm(Tensor x, double epsilon) {
        if (x.type() != DataType.FLOAT || x.rank() != 4) {
            return composedPixelNorm(x, epsilon);
        }
        Tensor out = LayoutLoops.eachGroup(
                x, x, (lanes, in, same, result) -> pixelLoops(x, lanes, epsilon).normalise(in, result));
        return OpRecorder.record(out, (i, g) -> pixelNormGradient(g, x, epsilon), x);
    }

    private static Tensor composedPixelNorm(Tensor x, double epsilon) {
        Tensor meanSquare = ReductionOps.mean(ElementwiseOps.square(x), 1);
        return ElementwiseOps.div(x, ElementwiseOps.sqrt(ElementwiseOps.shift(meanSquare, epsilon)));
    }

    /** Fused unless it is to be differentiated again, else composed of operations. */
    private static Tensor pixelNormGradient(Tensor g, Tensor x, double epsilon) {
        if (!Autograd.recording()) {
            return LayoutLoops.eachGroup(
                    g,
                    x,
                    (lanes, slopes, in, result) -> pixelLoops(x, lanes, epsilon).gradient(slopes, in, result));
        }
        Tensor meanSquare = ElementwiseOps.shift(ReductionOps.mean(ElementwiseOps.square(x), 1), epsilon);
        Tensor root = ElementwiseOps.sqrt(meanSquare);
        Tensor along = ElementwiseOps.div(ReductionOps.mean(ElementwiseOps.mul(g, x), 1), meanSquare);
        return ElementwiseOps.div(ElementwiseOps.sub(g, ElementwiseOps.mul(x, along)), root);
    }

    private static PixelNormLoops pixelLoops(Tensor x, int lanes, double epsilon) {
        int run = (int) (x.size(2) * x.size(3));
        return new PixelNormLoops((int) x.size(0), (int) x.size(1), run, lanes, epsilon);
    }

    private static Tensor standardised(Tensor x, int[] dimensions, double epsilon) {
        Tensor centred = ElementwiseOps.sub(x, ReductionOps.mean(x, dimensions));
        Tensor variance = ReductionOps.mean(ElementwiseOps.square(centred), dimensions);
        return ElementwiseOps.div(centred, ElementwiseOps.sqrt(ElementwiseOps.shift(variance, epsilon)));
    }

    /** Batch normalisation by running statistics, for inference. All four arrays are [channels]. */
    public static Tensor batchNorm(Tensor x, Tensor scale, Tensor shift, Tensor mean, Tensor variance, double epsilon) {
        Tensor factor = ElementwiseOps.div(scale, ElementwiseOps.sqrt(ElementwiseOps.shift(variance, epsilon)));
        Tensor offset = ElementwiseOps.sub(shift, ElementwiseOps.mul(mean, factor));
        return ElementwiseOps.add(ElementwiseOps.mul(x, alongChannels(factor, x)), alongChannels(offset, x));
    }

    /** [channels] as [1, channels, 1, ...], to broadcast over a tensor. */
    static Tensor alongChannels(Tensor values, Tensor over) {
        long[] shape = new long[over.rank()];
        Arrays.fill(shape, 1);
        shape[1] = values.length();
        return ViewOps.reshape(values, shape);
    }

    private static int[] allButChannels(Tensor x) {
        return x.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3};
    }
}
