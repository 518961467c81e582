package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
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
    private final long[] shape;
    private @Nullable TensorValues values;

    /** Computation of a result into memory. */
    @FunctionalInterface
    interface Work {
        /**
         * @param bias one number per channel; null for none
         * @param slope of a leaky ReLU of the result; 1 for none
         */
        void into(TensorValues out, @Nullable Tensor bias, float slope);
    }

    PendingResult(Work work, @Nullable Tensor bias, DataType type, long... shape) {
        this.work = work;
        this.bias = bias;
        this.type = type;
        this.shape = shape;
    }

    DataType type() {
        return type;
    }

    long length() {
        return TensorShapes.length(shape);
    }

    /** The result, computed at the first call. */
    TensorValues values() {
        TensorValues computed = values;
        if (computed == null) {
            computed = leaky(1);
            values = computed;
        }
        return computed;
    }

    /** Whether more can join: nobody has read the result. */
    boolean isOpen() {
        return values == null;
    }

    boolean hasBias() {
        return bias != null;
    }

    /** The same result plus a bias, pending again. */
    PendingResult plus(Tensor added) {
        return new PendingResult(work, added, type, shape);
    }

    /** A leaky ReLU of the result, computed now. */
    TensorValues leaky(float slope) {
        TensorValues out = TensorValues.undefined(type, shape);
        if (slope == 0) {
            // oneDNN's ReLU turns NaN into 0, and a run that diverges would seem sound.
            work.into(out, bias, 1);
            FloatBuffer results = out.floats(out.inBlocks());
            ElementwiseFloatKernels.leakyRelu(results, 0, results);
        } else {
            work.into(out, bias, slope);
        }
        return out;
    }
}
