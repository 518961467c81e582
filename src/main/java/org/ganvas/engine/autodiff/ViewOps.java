package org.ganvas.engine.autodiff;

import java.util.Arrays;

/** Operations that move numbers without changing them. Pure functions. */
public final class ViewOps {

    private ViewOps() {}

    /** The same memory in another shape of the same length; no copy. */
    public static Tensor reshape(Tensor a, long... shape) {
        return OpRecorder.recordView(a, shape, (i, g) -> reshape(g, a.shape()));
    }

    /** The dimensions permuted, as a copy: dimension d of the result is dimension order[d] of the tensor. */
    static Tensor transpose(Tensor a, int... order) {
        long[] shape = new long[order.length];
        int[] back = new int[order.length];
        for (int d = 0; d < order.length; d++) {
            shape[d] = a.size(order[d]);
            back[order[d]] = d;
        }
        Tensor out = Tensor.empty(a.type(), shape);
        out.array().assign(a.array().permute(order));
        return OpRecorder.record(out, (i, g) -> transpose(g, back), a);
    }

    /** Tensors concatenated along a dimension; all other dimensions agree. */
    public static Tensor concat(int dimension, Tensor... parts) {
        long[] shape = parts[0].shape().clone();
        shape[dimension] =
                Arrays.stream(parts).mapToLong(part -> part.size(dimension)).sum();
        Tensor out = Tensor.empty(parts[0].type(), shape);
        long[] starts = new long[parts.length];
        long position = 0;
        for (int i = 0; i < parts.length; i++) {
            starts[i] = position;
            position += parts[i].size(dimension);
            copyRange(parts[i], 0, out, starts[i], dimension, parts[i].size(dimension));
        }
        return OpRecorder.record(out, (i, g) -> slice(g, dimension, starts[i], parts[i].size(dimension)), parts);
    }

    /** A range along one dimension, as a copy. */
    public static Tensor slice(Tensor a, int dimension, long start, long length) {
        long[] shape = a.shape().clone();
        shape[dimension] = length;
        Tensor out = Tensor.empty(a.type(), shape);
        copyRange(a, start, out, 0, dimension, length);
        return OpRecorder.record(out, (i, g) -> embed(g, dimension, start, a.size(dimension)), a);
    }

    /** Zeros with the tensor at a position along one dimension, the derivative of a slice. */
    static Tensor embed(Tensor a, int dimension, long start, long length) {
        if (a.size(dimension) == length) {
            return a;
        }
        long[] shape = a.shape().clone();
        shape[dimension] = length;
        Tensor out = Tensor.filled(0, a.type(), shape);
        copyRange(a, 0, out, start, dimension, a.size(dimension));
        return OpRecorder.record(out, (i, g) -> slice(g, dimension, start, a.size(dimension)), a);
    }

    /**
     * Rows of a table, as for an embedding.
     *
     * @param table [rows, width]
     * @param rows indices of rows, with repetitions
     * @return [rows.length, width]
     */
    public static Tensor gather(Tensor table, int[] rows) {
        Tensor choice = oneHot(rows, (int) table.size(0), table);
        return MatrixOps.matmul(choice, table);
    }

    /** One-hot rows of labels, [labels.length, classes], of the type of another tensor. */
    public static Tensor oneHot(int[] labels, int classes, Tensor like) {
        double[] ones = new double[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            ones[i * classes + labels[i]] = 1;
        }
        Tensor out = Tensor.empty(like.type(), labels.length, classes);
        out.setDoubles(ones);
        return out;
    }

    /** Copies a range along one dimension from one tensor to another, run by run as they lie in memory. */
    private static void copyRange(Tensor from, long fromStart, Tensor to, long toStart, int dimension, long length) {
        long runs = 1;
        for (int d = 0; d < dimension; d++) {
            runs *= from.size(d);
        }
        long each = 1;
        for (int d = dimension + 1; d < from.rank(); d++) {
            each *= from.size(d);
        }
        for (long run = 0; run < runs; run++) {
            long source = (run * from.size(dimension) + fromStart) * each;
            long target = (run * to.size(dimension) + toStart) * each;
            to.storage().copyFrom(from.storage(), source, target, length * each);
        }
    }
}
