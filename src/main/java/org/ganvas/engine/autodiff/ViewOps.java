package org.ganvas.engine.autodiff;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

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
            put(parts[i], out, dimension, starts[i]);
        }
        return OpRecorder.record(out, (i, g) -> slice(g, dimension, starts[i], parts[i].size(dimension)), parts);
    }

    /** A range along one dimension, as a copy. */
    public static Tensor slice(Tensor a, int dimension, long start, long length) {
        long[] shape = a.shape().clone();
        shape[dimension] = length;
        Tensor out = Tensor.empty(a.type(), shape);
        if (dimension == 0) {
            long row = a.length() / a.size(0);
            out.storage().copyFrom(a.storage(), start * row, 0, length * row);
        } else {
            out.array().assign(window(a.array(), dimension, start, length));
        }
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
        put(a, out, dimension, start);
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

    private static void put(Tensor part, Tensor whole, int dimension, long start) {
        if (dimension == 0) {
            long row = part.length() / part.size(0);
            whole.storage().copyFrom(part.storage(), 0, start * row, part.length());
        } else {
            window(whole.array(), dimension, start, part.size(dimension)).assign(part.array());
        }
    }

    private static INDArray window(INDArray array, int dimension, long start, long length) {
        INDArrayIndex[] indices = LongStream.range(0, array.rank())
                .mapToObj(d -> d == dimension ? NDArrayIndex.interval(start, start + length) : NDArrayIndex.all())
                .toArray(INDArrayIndex[]::new);
        return array.get(indices);
    }
}
