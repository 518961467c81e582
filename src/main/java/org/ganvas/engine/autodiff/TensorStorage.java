package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Block of native memory for tensors of any shape. Making an ND4J array costs up to 50 µs, more than most operations on it,
 * so views are cached by shape and storages are reused ({@link TensorArena}).
 */
final class TensorStorage {

    private final INDArray flat;
    private final DataType type;
    private final long length;
    private final Pointer address;
    private final BytePointer bytes;
    private final @Nullable FloatBuffer floats;
    private final List<INDArray> views = new ArrayList<>(2);

    TensorStorage(DataType type, long length) {
        this.type = type;
        this.length = length;
        flat = Nd4j.createUninitialized(type, length);
        address = type == DataType.DOUBLE
                ? new DoublePointer(flat.data().addressPointer())
                : new FloatPointer(flat.data().addressPointer());
        address.capacity(length);
        bytes = new BytePointer(address);
        floats = type == DataType.FLOAT ? ((FloatPointer) address).asBuffer() : null;
    }

    DataType type() {
        return type;
    }

    long length() {
        return length;
    }

    Pointer address() {
        return address;
    }

    /** The memory as a Java buffer; only for FLOAT. */
    FloatBuffer floats() {
        if (floats == null) {
            throw new IllegalStateException("not a FLOAT storage");
        }
        return floats;
    }

    /** Fills this storage with copies of a shorter one, whose length divides this one's. */
    void fillRows(TensorStorage row) {
        long rowBytes = row.length * type.width();
        for (long at = 0; at < length * type.width(); at += rowBytes) {
            copyBytes(row, 0, this, at, rowBytes);
        }
    }

    /** Copies a range of elements from another storage of the same type. */
    void copyFrom(TensorStorage source, long sourceStart, long start, long count) {
        if (floats != null && source.floats != null) {
            // Without a native call, which short ranges would pay for.
            floats.put((int) start, source.floats, (int) sourceStart, (int) count);
            return;
        }
        int width = type.width();
        copyBytes(source, sourceStart * width, this, start * width, count * width);
    }

    private static void copyBytes(
            TensorStorage source, long sourceByte, TensorStorage target, long targetByte, long count) {
        target.bytes.position(targetByte);
        source.bytes.position(sourceByte);
        Pointer.memcpy(target.bytes, source.bytes, count);
    }

    /** The memory as an ND4J array of a shape. */
    INDArray as(long[] shape) {
        for (INDArray view : views) {
            if (Arrays.equals(view.shape(), shape)) {
                return view;
            }
        }
        INDArray view = flat.reshape('c', shape);
        views.add(view);
        return view;
    }

    /** Frees the memory at once instead of at garbage collection. */
    void free() {
        views.clear();
        if (flat.closeable()) {
            flat.close();
        }
    }
}
