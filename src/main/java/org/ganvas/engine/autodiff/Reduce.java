package org.ganvas.engine.autodiff;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sums and means, and their opposite, broadcasting. */
public final class Reduce {

    private Reduce() {}

    /** The sum of all elements, of shape [1]. */
    public static Tensor sum(Tensor a) {
        return sumTo(a, new long[] {1});
    }

    /** The mean of all elements, of shape [1]. */
    public static Tensor mean(Tensor a) {
        return Arith.scale(sum(a), 1.0 / a.length());
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
        return Arith.scale(total, (double) total.length() / a.length());
    }

    /** Undoes broadcasting: sums over every dimension in which the shape is smaller. */
    static Tensor sumTo(Tensor a, long[] shape) {
        if (Arrays.equals(a.shape(), shape)) {
            return a;
        }
        Tensor out = Tensor.empty(a.type(), shape);
        sumInto(a, out, Shapes.padded(shape, a.rank()));
        return Op.record(out, (i, g) -> broadcastTo(g, a.shape()), a);
    }

    /** Repeats along every dimension of size 1, as NumPy's broadcast_to does. */
    public static Tensor broadcastTo(Tensor a, long[] shape) {
        if (Arrays.equals(a.shape(), shape)) {
            return a;
        }
        Tensor out = Tensor.empty(a.type(), shape);
        if (a.length() == 1) {
            out.array().assign(a.scalar());
        } else {
            INDArray padded = a.storage().as(Shapes.padded(a.shape(), shape.length));
            out.array().assign(padded.broadcast(shape));
        }
        return Op.record(out, (i, g) -> sumTo(g, a.shape()), a);
    }

    private static void sumInto(Tensor a, Tensor out, long[] target) {
        if (a.rank() == 2 && target[0] == 1 && target[1] == a.size(1)) {
            Products.columnSums(a, out);
            return;
        }
        int[] dimensions = IntStream.range(0, a.rank())
                .filter(d -> target[d] == 1 && a.size(d) != 1)
                .toArray();
        INDArray sums = dimensions.length == a.rank() || out.length() == 1
                ? a.array().sum()
                : a.array().sum(true, dimensions);
        out.array().assign(sums.reshape(out.shape()));
    }
}
