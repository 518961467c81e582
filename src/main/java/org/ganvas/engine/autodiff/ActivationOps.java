package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import org.ganvas.engine.autodiff.kernel.ElementwiseFloatKernels;
import org.ganvas.engine.autodiff.onednn.OneDnnElementwise;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Nonlinearities. Each is defined by simpler operations, for double precision and higher derivatives; in floats a loop of
 * its own computes value and first derivative, because ND4J's are up to fifty times slower. Pure functions.
 */
public final class ActivationOps {

    private ActivationOps() {}

    /** Leaky ReLU, max(a, slope a) with slope in [0, 1). */
    public static Tensor leakyRelu(Tensor a, double slope) {
        if (a.type() != DataType.FLOAT) {
            return ElementwiseOps.add(
                    ElementwiseOps.scale(a, slope), ElementwiseOps.scale(ElementwiseOps.relu(a), 1 - slope));
        }
        Tensor source = ScaledConvolutionOps.sourceOf(a);
        if (source != null) {
            return ResampleOps.nearest(leakyRelu(source, slope), ScaledConvolutionOps.FACTOR);
        }
        Tensor out = leaky(a, (float) slope);
        return OpRecorder.record(out, (i, g) -> leakyMask(g, out, slope), a);
    }

    private static Tensor leaky(Tensor a, float slope) {
        PendingResult.Joinable open = a.openResult();
        if (open != null) {
            return Tensor.of(open.leaky(slope), a.shape());
        }
        return LayoutLoops.each(a, (x, out) -> ElementwiseFloatKernels.leakyRelu(x, slope, out));
    }

    /**
     * The gradient where a is positive, slope times it elsewhere; linear in the gradient, constant in a. The leaky ReLU of
     * a has its signs and serves as well.
     */
    private static Tensor leakyMask(Tensor gradient, Tensor a, double slope) {
        Tensor out = LayoutLoops.each(
                gradient,
                a,
                OneDnnElementwise.Function.LEAKY_GRADIENT,
                (float) slope,
                (g, x, y) -> ElementwiseFloatKernels.leakyReluGradient(g, x, (float) slope, y));
        return OpRecorder.record(out, (i, g) -> leakyMask(g, a, slope), gradient);
    }

    /** Hyperbolic tangent. */
    public static Tensor tanh(Tensor a) {
        Tensor out = ElementwiseOps.emptyLike(a);
        if (a.type() == DataType.FLOAT) {
            ElementwiseFloatKernels.tanh(a.storage().floats(), out.storage().floats());
        } else {
            map(a, out, Math::tanh);
        }
        return OpRecorder.record(out, (i, g) -> tanhGradient(g, a, out), a);
    }

    /** The gradient g (1 - tanh²a): fused unless it is to be differentiated again, else composed of operations. */
    private static Tensor tanhGradient(Tensor g, Tensor a, Tensor value) {
        if (!Autograd.recording() && a.type() == DataType.FLOAT) {
            Tensor out = ElementwiseOps.emptyLike(a);
            ElementwiseFloatKernels.tanhGradient(
                    g.storage().floats(),
                    value.storage().floats(),
                    out.storage().floats());
            return out;
        }
        return ElementwiseOps.sub(g, ElementwiseOps.mul(g, ElementwiseOps.square(tanh(a))));
    }

    /** Sigmoid, 1 / (1 + e⁻ᵃ), element by element in double precision; for logits, too slow for images. */
    public static Tensor sigmoid(Tensor a) {
        Tensor out = ElementwiseOps.emptyLike(a);
        map(a, out, ActivationOps::sigmoid);
        return OpRecorder.record(
                out,
                (i, g) -> {
                    Tensor s = sigmoid(a);
                    return ElementwiseOps.mul(g, ElementwiseOps.sub(s, ElementwiseOps.square(s)));
                },
                a);
    }

    /** Softplus, ln(1 + eᵃ), in a form that never overflows, element by element in double precision; for logits. */
    public static Tensor softplus(Tensor a) {
        Tensor out = ElementwiseOps.emptyLike(a);
        map(a, out, t -> Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))));
        return OpRecorder.record(out, (i, g) -> ElementwiseOps.mul(g, sigmoid(a)), a);
    }

    /**
     * The logarithm of each row's softmax, in a form that never overflows.
     *
     * @param logits [batch, classes]
     */
    public static Tensor logSoftmax(Tensor logits) {
        Tensor largest = Autograd.withoutGraph(() -> ReductionOps.max(logits, 1));
        Tensor shifted = ElementwiseOps.sub(logits, largest);
        return ElementwiseOps.sub(shifted, ElementwiseOps.log(ReductionOps.sum(ElementwiseOps.exp(shifted), 1)));
    }

    /**
     * The softmax of each row.
     *
     * @param logits [rows, columns]
     * @return numbers that sum to 1 along each row
     */
    public static Tensor softmax(Tensor logits) {
        return SoftmaxOp.of(logits);
    }

    /** The sigmoid of one number. */
    public static double sigmoid(double t) {
        double e = Math.exp(-Math.abs(t));
        return t >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    private static void map(Tensor a, Tensor out, java.util.function.DoubleUnaryOperator f) {
        double[] values = a.toDoubles();
        if (out.type() == DataType.FLOAT) {
            FloatBuffer target = out.storage().floats();
            for (int i = 0; i < values.length; i++) {
                target.put(i, (float) f.applyAsDouble(values[i]));
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = f.applyAsDouble(values[i]);
            }
            out.setDoubles(values);
        }
    }
}
