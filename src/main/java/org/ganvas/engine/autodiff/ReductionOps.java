package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.engine.autodiff.kernel.ChannelLoops;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/** Sums, means and maxima, and broadcasting, the derivative of a sum. Pure functions. */
public final class ReductionOps {

    private ReductionOps() {}

    /** The sum of all elements, of shape [1]. */
    public static Tensor sum(Tensor a) {
        return sumTo(a, new long[] {1});
    }

    /** The mean of all elements, of shape [1]. */
    public static Tensor mean(Tensor a) {
        return ElementwiseOps.scale(sum(a), 1.0 / a.length());
    }

    /** The sum over some dimensions, which stay with size 1. */
    public static Tensor sum(Tensor a, int... dimensions) {
        long[] shape = a.shape().clone();
        for (int dimension : dimensions) {
            shape[dimension] = 1;
        }
        return sumTo(a, shape);
    }

    /** The mean over some dimensions, which stay with size 1. */
    public static Tensor mean(Tensor a, int... dimensions) {
        Tensor total = sum(a, dimensions);
        return ElementwiseOps.scale(total, (double) total.length() / a.length());
    }

    /** The maximum along a dimension, which stays with size 1; at a tie the derivative goes to the last. */
    public static Tensor max(Tensor a, int dimension) {
        Tensor largest = ViewOps.slice(a, dimension, 0, 1);
        for (int i = 1; i < a.size(dimension); i++) {
            largest = ElementwiseOps.max(largest, ViewOps.slice(a, dimension, i, 1));
        }
        return largest;
    }

    /** The sum over every dimension in which the shape is smaller, the derivative of broadcasting. */
    static Tensor sumTo(Tensor a, long[] shape) {
        if (Arrays.equals(a.shape(), shape)) {
            return a;
        }
        Tensor out = Tensor.empty(a.type(), shape);
        sumInto(a, out, TensorShapes.padded(shape, a.rank()));
        return OpRecorder.record(out, (i, g) -> broadcastTo(g, a.shape()), a);
    }

    /** The tensor repeated along every dimension of size 1, as by NumPy's broadcast_to. */
    public static Tensor broadcastTo(Tensor a, long[] shape) {
        if (Arrays.equals(a.shape(), shape)) {
            return a;
        }
        Tensor out = Tensor.filled(a.length() == 1 ? a.scalar() : 0, a.type(), shape);
        if (a.length() > 1) {
            out.array().addi(a.storage().as(TensorShapes.padded(a.shape(), shape.length)), out.array());
        }
        return OpRecorder.record(out, (i, g) -> sumTo(g, a.shape()), a);
    }

    private static void sumInto(Tensor a, Tensor out, long[] target) {
        if (out.length() == 1) {
            out.setDoubles(new double[] {total(a)});
        } else if (a.rank() == 2 && target[0] == 1) {
            MatrixOps.columnSums(a, out);
        } else if (a.rank() == 4 && a.type() == DataType.FLOAT && target[1] == a.size(1) && out.length() == target[1]) {
            out.setDoubles(LayoutLoops.channelTotals(a));
        } else if (a.rank() == 4
                && a.type() == DataType.FLOAT
                && out.length() == a.size(0) * a.size(1)
                && target[0] == a.size(0)
                && target[1] == a.size(1)) {
            int rows = (int) out.length();
            out.setDoubles(ChannelLoops.of(1, rows, (int) (a.length() / rows))
                    .totals(a.storage().floats()));
        } else {
            int[] dimensions = IntStream.range(0, a.rank())
                    .filter(d -> target[d] == 1 && a.size(d) != 1)
                    .toArray();
            Nd4j.getExecutioner().exec(new Sum(a.array(), out.storage().as(target), true, dimensions));
        }
    }

    /** The sum in double precision. */
    private static double total(Tensor a) {
        double sum = 0;
        if (a.type() == DataType.FLOAT) {
            FloatBuffer values = a.storage().floats();
            for (int i = 0; i < values.capacity(); i++) {
                sum += values.get(i);
            }
        } else {
            for (double value : a.toDoubles()) {
                sum += value;
            }
        }
        return sum;
    }
}
