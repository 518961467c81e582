package org.ganvas.engine.autodiff;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Two-dimensional convolutions of images in NCHW, computed by {@link ConvolutionKernels}. Weights have
 * PyTorch's layouts: [out, in, kernel, kernel] for a convolution and [in, out, kernel, kernel] for a transposed one, so
 * the very same array serves an operation and its gradient. Pure functions.
 */
public final class ConvolutionOps {

    private ConvolutionOps() {}

    /**
     * Stride and padding of a convolution, equal in both directions.
     *
     * @param stride distance between two windows
     * @param padding zeros around the image
     */
    public record Geometry(int stride, int padding) {

        /** Length of a side after a convolution. */
        public long convSide(long side, long kernel) {
            return (side + 2L * padding - kernel) / stride + 1;
        }

        /** Length of a side after a transposed convolution. */
        public long transposedSide(long side, long kernel) {
            return (side - 1) * stride - 2L * padding + kernel;
        }

        /** The geometry of the convolution from maps to images, for stride 1, with a weight's window mirrored. */
        Geometry mirrored(Tensor weight) {
            return new Geometry(1, (int) weight.size(2) - 1 - padding);
        }
    }

    /**
     * The convolution, strictly a cross-correlation.
     *
     * @param x [batch, in, height, width]
     * @param weight [out, in, kernel, kernel]
     * @return [batch, out, (height + 2 padding - kernel) / stride + 1, the same for width]
     */
    public static Tensor conv2d(Tensor x, Tensor weight, Geometry geometry) {
        require(x.size(1) == weight.size(1), x, weight);
        Tensor scaled = ScaledConvolutionOps.ofEnlarged(x, weight, geometry);
        if (scaled != null) {
            return scaled;
        }
        long[] shape = {
            x.size(0),
            weight.size(0),
            geometry.convSide(x.size(2), weight.size(2)),
            geometry.convSide(x.size(3), weight.size(3))
        };
        Tensor out;
        if (ConvolutionKernels.joinsMore(weight, geometry)) {
            out = Tensor.pending(
                    ConvolutionKernels.pending(x, weight, geometry, shape),
                    new TensorOrigin.Convolved(x, weight, geometry, null));
        } else {
            out = Tensor.undefined(x.type(), shape);
            ConvolutionKernels.forward(x, weight, geometry, out);
        }
        return OpRecorder.record(out, new ConvRule(x, weight, geometry), x, weight);
    }

    /**
     * The transposed convolution, the gradient of {@link #conv2d} by its image.
     *
     * @param x [batch, in, height, width]
     * @param weight [in, out, kernel, kernel]
     * @return [batch, out, (height - 1) stride - 2 padding + kernel, the same for width]
     */
    public static Tensor convTranspose2d(Tensor x, Tensor weight, Geometry geometry) {
        require(x.size(1) == weight.size(0), x, weight);
        Tensor out = Tensor.undefined(
                x.type(),
                x.size(0),
                weight.size(1),
                geometry.transposedSide(x.size(2), weight.size(2)),
                geometry.transposedSide(x.size(3), weight.size(3)));
        ConvolutionKernels.imageGradient(x, weight, geometry, out);
        return OpRecorder.record(out, new TransposedRule(x, weight, geometry), x, weight);
    }

    /**
     * The transposed convolution to images of a known size. Where the convolution's last windows left a remainder, that
     * size differs from a transposed convolution's; then the result is computed without padding and cropped or padded.
     */
    private static Tensor convTranspose2d(Tensor x, Tensor weight, Geometry geometry, long height, long width) {
        if (geometry.transposedSide(x.size(2), weight.size(2)) == height
                && geometry.transposedSide(x.size(3), weight.size(3)) == width) {
            return convTranspose2d(x, weight, geometry);
        }
        int padding = geometry.padding();
        Tensor whole = convTranspose2d(x, weight, new Geometry(geometry.stride(), 0));
        int below = (int) (height + padding - whole.size(2));
        int right = (int) (width + padding - whole.size(3));
        return ResampleOps.pad(whole, -padding, below, -padding, right);
    }

    /**
     * The tensor plus one number per channel.
     *
     * @param x [batch, channels, height, width]
     * @param bias [channels]
     */
    public static Tensor addBias(Tensor x, Tensor bias) {
        if (x.type() != DataType.FLOAT) {
            return ElementwiseOps.add(x, NormOps.alongChannels(bias, x));
        }
        long channels = bias.length();
        PendingResult.Joinable open = x.openResult();
        TensorOrigin origin = x.origin();
        return OpRecorder.record(
                open != null && open.bias() == null
                        ? Tensor.pending(open.plus(bias), origin == null ? null : origin.plus(bias))
                        : LayoutLoops.plusChannels(x, bias.toFloats()),
                (i, g) -> i == 0
                        ? g
                        : ViewOps.reshape(
                                ReductionOps.sumTo(
                                        g, NormOps.alongChannels(bias, x).shape()),
                                channels),
                x,
                bias);
    }

    /**
     * The gradient of {@link #conv2d} by its weight, an operation of its own so that it can be differentiated again.
     *
     * @param x [batch, in, height, width], the convolution's input
     * @param gradient [batch, out, ...], shaped like the convolution's output
     * @param like [out, in, kernel, kernel], for the shape alone
     */
    private static Tensor weightGradient(Tensor x, Tensor gradient, Tensor like, Geometry geometry) {
        Tensor out = ElementwiseOps.emptyLike(like);
        ConvolutionKernels.weightGradient(x, gradient, geometry, out);
        return OpRecorder.record(
                out,
                (i, v) ->
                        i == 0 ? convTranspose2d(gradient, v, geometry, x.size(2), x.size(3)) : conv2d(x, v, geometry),
                x,
                gradient);
    }

    /** The gradients by input and weight, computed together by oneDNN; not recorded. */
    private static Tensor[] jointGradients(String name, Tensor x, Tensor gradient, Tensor weight, Geometry geometry) {
        Tensor byX = ElementwiseOps.emptyLike(x);
        Tensor byWeight = ElementwiseOps.emptyLike(weight);
        ConvolutionKernels.jointGradients(name, new Tensor[] {x, weight, gradient}, geometry, byX, byWeight);
        return new Tensor[] {byX, byWeight};
    }

    private static boolean isJoint(boolean[] wanted, Tensor weight, Geometry geometry) {
        return wanted[0] && wanted[1] && !Autograd.recording() && ConvolutionKernels.jointIsFaster(weight, geometry);
    }

    /** Derivative of conv2d. */
    private record ConvRule(Tensor x, Tensor weight, Geometry geometry) implements GraphNode.Rule {
        @Override
        public Tensor gradient(int input, Tensor g) {
            return input == 0
                    ? convTranspose2d(g, weight, geometry, x.size(2), x.size(3))
                    : weightGradient(x, g, weight, geometry);
        }

        @Override
        public @Nullable Tensor[] gradients(boolean[] wanted, Tensor g) {
            return isJoint(wanted, weight, geometry)
                    ? jointGradients("conv2d_bp", x, g, weight, geometry)
                    : GraphNode.Rule.super.gradients(wanted, g);
        }
    }

    /** Derivative of convTranspose2d: a convolution, with the roles of image and gradient exchanged. */
    private record TransposedRule(Tensor x, Tensor weight, Geometry geometry) implements GraphNode.Rule {
        @Override
        public Tensor gradient(int input, Tensor g) {
            return input == 0 ? conv2d(g, weight, geometry) : weightGradient(g, x, weight, geometry);
        }

        @Override
        public @Nullable Tensor[] gradients(boolean[] wanted, Tensor g) {
            return isJoint(wanted, weight, geometry)
                    ? jointGradients("deconv2d_bp", x, g, weight, geometry)
                    : GraphNode.Rule.super.gradients(wanted, g);
        }
    }

    private static void require(boolean fits, Tensor x, Tensor weight) {
        if (!fits || x.rank() != 4 || weight.rank() != 4) {
            throw new IllegalArgumentException("images " + x + " and weights " + weight + " do not fit");
        }
    }
}
