package org.ganvas.engine.autodiff;

import java.util.Arrays;
import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.ganvas.engine.autodiff.TensorOrigin.Added;
import org.ganvas.engine.autodiff.TensorOrigin.Convolved;
import org.ganvas.engine.autodiff.TensorOrigin.Enlarged;
import org.ganvas.engine.autodiff.kernel.ResampleMatrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Convolutions before or after which the scale of images changes by 2, computed as one convolution of stride 2 whose window
 * is one pixel larger: for 3 x 3, 16 multiplications take the place of 36 ("fused scale" in the code of Karras et al.
 * 2017). In floats; doubles keep to the definition, for checks. Pure functions.
 */
public final class ScaledConvolutionOps {

    /** The change of scale. */
    static final int FACTOR = 2;

    private static final double MEAN = 1.0 / FACTOR;
    private static final int SMALLEST_WINDOW = 3;

    private ScaledConvolutionOps() {}

    /** The sum of two tensors of one shape, computed when it is read, for {@link ResampleOps#averagePool} may not need it. */
    public static Tensor sum(Tensor a, Tensor b) {
        if (!(convolved(a) || convolved(b)) || !Arrays.equals(a.shape(), b.shape())) {
            return ElementwiseOps.add(a, b);
        }
        PendingResult later = new PendingResult(
                () -> ElementwiseOps.add(a.detached(), b.detached()).values(), a.type(), a.shape());
        return OpRecorder.record(Tensor.pending(later, new Added(a, b)), (i, g) -> g, a, b);
    }

    /** The small images of nearest-neighbour enlarged ones; a constant where they were enlarged without a graph. */
    static @Nullable Tensor sourceOf(Tensor x) {
        if (!(x.origin() instanceof Enlarged enlarged)) {
            return null;
        }
        return x.tracked() ? enlarged.source() : enlarged.source().detached();
    }

    /** A convolution of nearest-neighbour enlarged images; null if the tensor is none or the windows do not fit. */
    static @Nullable Tensor ofEnlarged(Tensor x, Tensor weight, Geometry geometry) {
        Tensor source = sourceOf(x);
        if (source == null || !keepsSize(weight, geometry)) {
            return null;
        }
        int side = (int) weight.size(2);
        ResampleMatrix wider = ResampleMatrix.widened(side, 1).reversed();
        Tensor window = ViewOps.transpose(ResampleOps.resample(weight, wider, wider), 1, 0, 2, 3);
        return ConvolutionOps.convTranspose2d(source, window, new Geometry(FACTOR, geometry.padding()));
    }

    /** The means over 2 x 2 pixels of convolved images, or of a sum with them; null if the tensor is neither. */
    static @Nullable Tensor averaged(Tensor x) {
        // What was convolved without a graph stays a constant.
        return x.tracked() ? ofConvolved(x) : Autograd.withoutGraph(() -> ofConvolved(x));
    }

    private static @Nullable Tensor ofConvolved(Tensor x) {
        if (x.origin() instanceof Added sum) {
            return ElementwiseOps.add(
                    ResampleOps.averagePool(sum.left(), FACTOR), ResampleOps.averagePool(sum.right(), FACTOR));
        }
        if (!(x.origin() instanceof Convolved made) || !convolved(x)) {
            return null;
        }
        ResampleMatrix wider = ResampleMatrix.widened((int) made.weight().size(2), MEAN);
        Tensor window = ResampleOps.resample(made.weight(), wider, wider);
        Geometry geometry = new Geometry(FACTOR, made.geometry().padding());
        Tensor means = ConvolutionOps.conv2d(made.images(), window, geometry);
        return made.bias() == null ? means : ConvolutionOps.addBias(means, made.bias());
    }

    /** Whether a tensor is a convolution that nobody has read and {@link #averaged} can take in. */
    private static boolean convolved(Tensor x) {
        return x.openResult() != null
                && x.origin() instanceof Convolved made
                && keepsSize(made.weight(), made.geometry());
    }

    private static boolean keepsSize(Tensor weight, Geometry geometry) {
        long side = weight.size(2);
        return weight.type() == DataType.FLOAT
                && side == weight.size(3)
                && side >= SMALLEST_WINDOW
                && geometry.stride() == 1
                && 2L * geometry.padding() == side - 1;
    }
}
