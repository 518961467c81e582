package org.ganvas.engine.autodiff;

import java.util.Arrays;
import org.ganvas.engine.autodiff.kernel.ElementwiseFloatKernels;
import org.ganvas.engine.autodiff.onednn.OneDnnElementwise.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.factory.Nd4j;

/** Element-wise arithmetic. Operations on two tensors broadcast as in NumPy. Pure functions. */
public final class ElementwiseOps {

    private ElementwiseOps() {}

    /** The sum a + b. */
    public static Tensor add(Tensor a, Tensor b) {
        Tensor out = pairwise(a, b, Function.ADD, ElementwiseFloatKernels::add, INDArray::addi);
        return OpRecorder.record(out, (i, g) -> ReductionOps.sumTo(g, i == 0 ? a.shape() : b.shape()), a, b);
    }

    /** The difference a - b. */
    public static Tensor sub(Tensor a, Tensor b) {
        Tensor out = pairwise(a, b, Function.SUBTRACT, ElementwiseFloatKernels::subtract, INDArray::subi);
        return OpRecorder.record(
                out,
                (i, g) -> i == 0 ? ReductionOps.sumTo(g, a.shape()) : ReductionOps.sumTo(scale(g, -1), b.shape()),
                a,
                b);
    }

    /** The product a b, element by element. */
    public static Tensor mul(Tensor a, Tensor b) {
        Tensor out = pairwise(a, b, Function.MULTIPLY, ElementwiseFloatKernels::multiply, INDArray::muli);
        return OpRecorder.record(
                out,
                (i, g) -> i == 0 ? ReductionOps.sumTo(mul(g, b), a.shape()) : ReductionOps.sumTo(mul(g, a), b.shape()),
                a,
                b);
    }

    /** The quotient a / b, element by element. */
    public static Tensor div(Tensor a, Tensor b) {
        Tensor out = broadcast(a, b, INDArray::divi);
        return OpRecorder.record(
                out,
                (i, g) -> i == 0
                        ? ReductionOps.sumTo(div(g, b), a.shape())
                        : ReductionOps.sumTo(scale(div(mul(g, a), square(b)), -1), b.shape()),
                a,
                b);
    }

    /** The product factor a. */
    public static Tensor scale(Tensor a, double factor) {
        return OpRecorder.record(affine(a, factor, 0), (i, g) -> scale(g, factor), a);
    }

    /** The sum a + addend. */
    public static Tensor shift(Tensor a, double addend) {
        return OpRecorder.record(affine(a, 1, addend), (i, g) -> g, a);
    }

    private static Tensor affine(Tensor a, double factor, double addend) {
        if (a.type() == DataType.FLOAT) {
            return LayoutLoops.each(
                    a, (x, out) -> ElementwiseFloatKernels.affine(x, (float) factor, (float) addend, out));
        }
        Tensor out = emptyLike(a);
        a.array().muli(factor, out.array());
        out.array().addi(addend);
        return out;
    }

    /** The square a², element by element. */
    public static Tensor square(Tensor a) {
        return mul(a, a);
    }

    /** The square root √a; the derivative is infinite at 0, so callers add an epsilon where a can be 0. */
    public static Tensor sqrt(Tensor a) {
        Tensor out = emptyLike(a);
        Nd4j.getExecutioner().exec(new Sqrt(a.array(), out.array()));
        return OpRecorder.record(out, (i, g) -> scale(div(g, sqrt(a)), 0.5), a);
    }

    /** The exponential eᵃ. */
    public static Tensor exp(Tensor a) {
        Tensor out = emptyLike(a);
        Nd4j.getExecutioner().exec(new Exp(a.array(), out.array()));
        return OpRecorder.record(out, (i, g) -> mul(g, exp(a)), a);
    }

    /** The natural logarithm. */
    public static Tensor log(Tensor a) {
        Tensor out = emptyLike(a);
        Nd4j.getExecutioner().exec(new Log(a.array(), out.array()));
        return OpRecorder.record(out, (i, g) -> div(g, a), a);
    }

    /** ReLU, max(a, 0); the derivative at 0 is 0. */
    public static Tensor relu(Tensor a) {
        Tensor out = emptyLike(a);
        Nd4j.getExecutioner().exec(new RectifiedLinear(a.array(), out.array(), 0));
        return OpRecorder.record(out, (i, g) -> mul(g, step(a)), a);
    }

    /** The maximum max(a, b), element by element; at a tie the derivative is b's. */
    public static Tensor max(Tensor a, Tensor b) {
        return add(b, relu(sub(a, b)));
    }

    /** The absolute value |a|; the derivative at 0 is 0. */
    public static Tensor abs(Tensor a) {
        if (a.type() != DataType.FLOAT) {
            return add(relu(a), relu(scale(a, -1)));
        }
        Tensor out = LayoutLoops.each(a, ElementwiseFloatKernels::absolute);
        return OpRecorder.record(out, (i, g) -> mulSign(g, a), a);
    }

    /** The gradient times the sign of a; linear in the gradient, constant in a. */
    private static Tensor mulSign(Tensor gradient, Tensor a) {
        Tensor out = LayoutLoops.each(gradient, a, ElementwiseFloatKernels::multiplySign);
        return OpRecorder.record(out, (i, g) -> mulSign(g, a), gradient);
    }

    /** The values of a clipped to limits; the derivative outside is 0. */
    public static Tensor clip(Tensor a, double low, double high) {
        return shift(sub(relu(shift(a, -low)), relu(shift(a, -high))), low);
    }

    /** The step function, 1 where a is positive, else 0; a constant to every derivative. */
    public static Tensor step(Tensor a) {
        Tensor out = emptyLike(a);
        Nd4j.getExecutioner().exec(new Step(a.array(), out.array(), 0));
        return out;
    }

    /** A new tensor of the same type and shape with undefined values. */
    static Tensor emptyLike(Tensor a) {
        return Tensor.empty(a.type(), a.shape());
    }

    /** ND4J operation on two arrays into a third. */
    private interface Pairwise {
        INDArray apply(INDArray left, INDArray right, INDArray result);
    }

    private static Tensor pairwise(Tensor a, Tensor b, Function function, LayoutLoops.Binary loop, Pairwise operation) {
        return a.type() == DataType.FLOAT && Arrays.equals(a.shape(), b.shape())
                ? LayoutLoops.each(a, b, function, 1, loop)
                : broadcast(a, b, operation);
    }

    private static Tensor broadcast(Tensor a, Tensor b, Pairwise operation) {
        long[] shape = TensorShapes.broadcast(a.shape(), b.shape());
        Tensor out = Tensor.empty(a.type(), shape);
        INDArray left = a.storage().as(TensorShapes.padded(a.shape(), shape.length));
        INDArray right = b.storage().as(TensorShapes.padded(b.shape(), shape.length));
        operation.apply(left, right, out.array());
        return out;
    }
}
