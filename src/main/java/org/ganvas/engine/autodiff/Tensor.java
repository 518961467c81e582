package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.ganvas.engine.autodiff.kernel.ElementwiseFloatKernels;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dense array in C order with, while recording, the operation that computed it. Its values are constant once an operation
 * has read them, except those of parameters, which change between two steps. Belongs to the thread that made it.
 */
public final class Tensor {

    private final @Nullable TensorValues stored;
    private final @Nullable PendingResult pending;
    private final @Nullable TensorOrigin origin;
    private final long[] shape;
    private final @Nullable GraphNode node;
    private final boolean leaf;

    Tensor(TensorStorage storage, long[] shape, @Nullable GraphNode node, boolean leaf) {
        this(TensorValues.of(storage, shape), null, null, shape, node, leaf);
    }

    private Tensor(
            @Nullable TensorValues stored,
            @Nullable PendingResult pending,
            @Nullable TensorOrigin origin,
            long[] shape,
            @Nullable GraphNode node,
            boolean leaf) {
        this.stored = stored;
        this.pending = pending;
        this.origin = origin;
        this.shape = shape;
        this.node = node;
        this.leaf = leaf;
    }

    /** A constant that is computed when it is first read. */
    static Tensor pending(PendingResult result) {
        return pending(result, null);
    }

    /** A constant that is computed when it is first read, and how it comes about. */
    static Tensor pending(PendingResult result, @Nullable TensorOrigin origin) {
        return new Tensor(null, result, origin, result.shape(), null, false);
    }

    /** A constant with given values. */
    static Tensor of(TensorValues values, long... shape) {
        return new Tensor(values, null, null, shape, null, false);
    }

    /** A new constant with undefined values, for a caller who writes them in any layout. */
    static Tensor undefined(DataType type, long... shape) {
        return of(TensorValues.undefined(type, shape), shape);
    }

    /** The same values with the operation that computed them. */
    Tensor recorded(@Nullable GraphNode by) {
        return new Tensor(stored, pending, origin, shape, by, false);
    }

    /** The result that this tensor is, while an operation can join it; else null. */
    PendingResult.@Nullable Joinable openResult() {
        return pending instanceof PendingResult.Joinable open && open.isOpen() ? open : null;
    }

    /** How the tensor comes about, where an operation can make use of it instead of its numbers; else null. */
    @Nullable
    TensorOrigin origin() {
        return origin;
    }

    /** Computes the numbers now, because several operations will read them. */
    public void settle() {
        values();
    }

    /** A new constant with undefined values, for the caller to fill. */
    static Tensor empty(DataType type, long... shape) {
        return new Tensor(TensorArena.allocate(type, TensorShapes.length(shape)), shape, null, false);
    }

    /** A constant of floats, in C order. */
    public static Tensor of(float[] values, long... shape) {
        return of(values, DataType.FLOAT, shape);
    }

    /** A constant of floats, in C order, converted to a type. */
    public static Tensor of(float[] values, DataType type, long... shape) {
        TensorShapes.requireLength(values.length, shape);
        Tensor tensor = empty(type, shape);
        tensor.set(values, 0);
        return tensor;
    }

    /** A constant of doubles, in C order; for checks, because training computes in floats. */
    public static Tensor of(double[] values, long... shape) {
        Tensor tensor = empty(DataType.DOUBLE, shape);
        TensorShapes.requireLength(values.length, shape);
        tensor.setDoubles(values);
        return tensor;
    }

    /** A constant of one value everywhere. */
    public static Tensor filled(double value, DataType type, long... shape) {
        Tensor tensor = empty(type, shape);
        if (type == DataType.FLOAT) {
            ElementwiseFloatKernels.fill(tensor.storage().floats(), (float) value);
        } else {
            tensor.array().assign(value);
        }
        return tensor;
    }

    /** A variable of zeros that outlives every arena round and is freed by {@link #free}. */
    public static Tensor parameter(DataType type, long... shape) {
        Tensor tensor = TensorArena.withoutArena(
                () -> new Tensor(TensorArena.allocate(type, TensorShapes.length(shape)), shape, null, true));
        tensor.array().assign(0);
        return tensor;
    }

    /** The same values as a variable of its own, detached from the graph. */
    public Tensor asVariable() {
        return new Tensor(stored, pending, null, shape, null, true);
    }

    /** The same values as a constant, detached from the graph. */
    public Tensor detached() {
        return new Tensor(stored, pending, null, shape, null, false);
    }

    /** The dimensions; callers must not change them. */
    public long[] shape() {
        return shape;
    }

    public long size(int dimension) {
        return shape[dimension];
    }

    public int rank() {
        return shape.length;
    }

    public long length() {
        return pending == null ? values().length() : TensorShapes.length(shape);
    }

    public DataType type() {
        return pending == null ? values().type() : pending.type();
    }

    /** The values as an ND4J array, for reading while the tensor is valid. */
    public INDArray array() {
        return storage().as(shape);
    }

    /** The only value of a tensor of length 1. */
    public double scalar() {
        if (length() != 1) {
            throw new IllegalStateException("not a scalar: " + Arrays.toString(shape));
        }
        return type() == DataType.FLOAT
                ? storage().floats().get(0)
                : ((DoublePointer) storage().address()).position(0).get();
    }

    /** Replaces all values by {@code length()} floats from an offset; for parameters and inputs between two steps. */
    public void set(float[] values, int offset) {
        // The native copy has no bounds check.
        Objects.checkFromIndexSize(offset, (int) length(), values.length);
        if (type() == DataType.FLOAT) {
            ((FloatPointer) values().forWriting().address()).position(0).put(values, offset, (int) length());
        } else {
            double[] wide = new double[(int) length()];
            Arrays.setAll(wide, i -> values[offset + i]);
            setDoubles(wide);
        }
    }

    void setDoubles(double[] values) {
        if (type() == DataType.DOUBLE) {
            ((DoublePointer) values().forWriting().address()).position(0).put(values);
        } else {
            FloatBuffer written = values().forWriting().floats();
            for (int i = 0; i < values.length; i++) {
                written.put(i, (float) values[i]);
            }
        }
    }

    /** Copies all values into {@code length()} floats from an offset. */
    public void copyTo(float[] target, int offset) {
        Objects.checkFromIndexSize(offset, (int) length(), target.length);
        if (type() == DataType.FLOAT) {
            ((FloatPointer) storage().address()).position(0).get(target, offset, (int) length());
        } else {
            double[] wide = toDoubles();
            for (int i = 0; i < wide.length; i++) {
                target[offset + i] = (float) wide[i];
            }
        }
    }

    /** The values as a new array of floats. */
    public float[] toFloats() {
        float[] out = new float[(int) length()];
        copyTo(out, 0);
        return out;
    }

    /** The values as a new array of doubles. */
    public double[] toDoubles() {
        double[] out = new double[(int) length()];
        if (type() == DataType.DOUBLE) {
            ((DoublePointer) storage().address()).position(0).get(out, 0, out.length);
        } else {
            float[] floats = toFloats();
            Arrays.setAll(out, i -> floats[i]);
        }
        return out;
    }

    /** The memory of a FLOAT tensor, for optimizers; valid as long as the tensor. */
    public FloatBuffer floats() {
        return values().forWriting().floats();
    }

    /** Frees the native memory of a parameter at once. */
    public void free() {
        storage().free();
    }

    /** The memory in C order. */
    TensorStorage storage() {
        return values().inOrder();
    }

    TensorValues values() {
        return stored != null ? stored : Objects.requireNonNull(pending).values();
    }

    @Nullable
    GraphNode node() {
        return node;
    }

    /** Whether this is a variable or computed from one. */
    boolean tracked() {
        return leaf || node != null;
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
