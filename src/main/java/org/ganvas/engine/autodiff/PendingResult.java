package org.ganvas.engine.autodiff;

import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.ganvas.engine.autodiff.kernel.ElementwiseFloatKernels;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Result of an operation that is computed when its numbers are first read, because what follows may need it in another form
 * or not at all. Belongs to the thread that made it, and is read before the operands change.
 */
sealed class PendingResult {

    private final Supplier<TensorValues> computation;
    private final DataType type;
    private final long[] shape;
    private final boolean inArena = TensorArena.isOpen();
    private @Nullable TensorValues values;

    PendingResult(Supplier<TensorValues> computation, DataType type, long... shape) {
        this.computation = computation;
        this.type = type;
        this.shape = shape;
    }

    DataType type() {
        return type;
    }

    long[] shape() {
        return shape;
    }

    /** The result, computed at the first call. */
    TensorValues values() {
        TensorValues computed = values;
        if (computed == null) {
            // What was made outside of a round stays valid after one in which it is first read.
            computed = inArena ? computation.get() : TensorArena.withoutArena(computation);
            values = computed;
        }
        return computed;
    }

    /** Whether nobody has read the result. */
    boolean isOpen() {
        return values == null;
    }

    /**
     * Convolution or matrix product. Until it is read a bias or a leaky ReLU can join it, whose own passes over the numbers
     * then fall away: a network reads only what follows the last of them.
     */
    static final class Joinable extends PendingResult {

        private final Work work;
        private final @Nullable Tensor bias;

        /** Computation of a result into memory. */
        @FunctionalInterface
        interface Work {
            /**
             * @param bias one number per channel; null for none
             * @param slope of a leaky ReLU of the result; 1 for none
             */
            void into(TensorValues out, @Nullable Tensor bias, float slope);
        }

        Joinable(Work work, @Nullable Tensor bias, DataType type, long... shape) {
            super(() -> computed(work, bias, 1, type, shape), type, shape);
            this.work = work;
            this.bias = bias;
        }

        private static TensorValues computed(
                Work work, @Nullable Tensor bias, float slope, DataType type, long... shape) {
            TensorValues out = TensorValues.undefined(type, shape);
            work.into(out, bias, slope);
            return out;
        }

        @Nullable
        Tensor bias() {
            return bias;
        }

        /** The same result plus a bias, pending again. */
        Joinable plus(Tensor added) {
            return new Joinable(work, added, type(), shape());
        }

        /** A leaky ReLU of the result, computed now. */
        TensorValues leaky(float slope) {
            // oneDNN's ReLU turns NaN into 0, and a run that diverges would seem sound.
            TensorValues out = computed(work, bias, slope == 0 ? 1 : slope, type(), shape());
            if (slope == 0) {
                FloatBuffer results = out.floats(out.inBlocks());
                ElementwiseFloatKernels.leakyRelu(results, 0, results);
            }
            return out;
        }
    }
}
