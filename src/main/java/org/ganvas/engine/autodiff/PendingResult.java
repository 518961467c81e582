package org.ganvas.engine.autodiff;

import org.ganvas.engine.autodiff.kernel.ElementwiseFloatKernels;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Result of a convolution or matrix product that is computed when its numbers are first read. Until then a bias or a leaky
 * ReLU can join it, whose own passes over the numbers then fall away: a network reads only what follows the last of them.
 * Belongs to the thread that made it, and is read before the operands change.
 */
final class PendingResult {

    private final Work work;
    private final @Nullable Tensor bias;
    private final DataType type;
    private final long length;
    private @Nullable TensorStorage storage;

    /** Computation of a result into memory. */
    @FunctionalInterface
    interface Work {
        /**
         * @param bias one number per channel; null for none
         * @param slope of a leaky ReLU of the result; 1 for none
         */
        void into(TensorStorage out, @Nullable Tensor bias, float slope);
    }

    PendingResult(Work work, @Nullable Tensor bias, DataType type, long length) {
        this.work = work;
        this.bias = bias;
        this.type = type;
        this.length = length;
    }

    DataType type() {
        return type;
    }

    long length() {
        return length;
    }

    /** The result, computed at the first call. */
    TensorStorage storage() {
        TensorStorage computed = storage;
        if (computed == null) {
            computed = leaky(1);
            storage = computed;
        }
        return computed;
    }

    /** Whether more can join: nobody has read the result. */
    boolean isOpen() {
        return storage == null;
    }

    boolean hasBias() {
        return bias != null;
    }

    /** The same result plus a bias, pending again. */
    PendingResult plus(Tensor added) {
        return new PendingResult(work, added, type, length);
    }

    /** A leaky ReLU of the result, computed now. */
    TensorStorage leaky(float slope) {
        TensorStorage out = TensorArena.allocate(type, length);
        if (slope == 0) {
            // oneDNN's ReLU turns NaN into 0, and a run that diverges would seem sound.
            work.into(out, bias, 1);
            ElementwiseFloatKernels.leakyRelu(out.floats(), 0, out.floats());
        } else {
            work.into(out, bias, slope);
        }
        return out;
    }
}
