package org.ganvas.engine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuBlas;

/**
 * ND4J's array factory without a side effect. Its {@code Blas}, which is created when Deeplearning4j first needs it, sets
 * OpenBLAS to as many threads as there are cores, for every thread of the process: training would continue with more
 * threads than were chosen, with sums in another order, and the waiting ones spin. It would also look up symbols of MKL,
 * which {@link NativeLoadOrder} must avoid.
 */
final class ThreadPreservingArrayFactory extends CpuNDArrayFactory {

    ThreadPreservingArrayFactory(DataType type, char order) {
        super(type, order);
    }

    @Override
    public void createBlas() {
        blas = new ThreadPreservingBlas();
    }

    /** Leaves the number of threads to {@link NativeEngine#setThreads}. */
    private static final class ThreadPreservingBlas extends CpuBlas {

        /** Called by the constructor of the superclass. */
        @Override
        public void setMaxThreads(int count) {
            // The engine has set the number that was chosen.
        }

        @Override
        public int getMaxThreads() {
            return NativeEngine.threads();
        }
    }
}
