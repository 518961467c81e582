package org.ganvas.engine;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Starts the native libraries and decides how many threads they compute with. */
public final class Engine {

    private static volatile int threads = 1;
    private static boolean started;

    private Engine() {}

    /**
     * Loads the natives, once; takes about a second, the first time on a machine a few seconds.
     *
     * <p>Must not run while another thread loads natives: JavaCPP calls dlopen inside dl_iterate_phdr, JavaFX's render
     * thread loads its natives lazily, and the two locks are then taken in opposite orders. So it is called in main,
     * before JavaFX starts.
     */
    public static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        useThreads(threads);
    }

    /**
     * Sets the number of native threads for matrix products and ND4J operations. Takes effect at once.
     *
     * @param count at least 1
     */
    public static synchronized void useThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The engine needs at least 1 thread, not " + count + ".");
        }
        threads = count;
        if (started) {
            openblas_nolapack.blas_set_num_threads(count);
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
            Nd4j.getEnvironment().setMaxThreads(count);
            Nd4j.getEnvironment().setMaxMasterThreads(count);
        }
    }

    /** Native threads the engine computes with. */
    public static int threads() {
        return threads;
    }
}
