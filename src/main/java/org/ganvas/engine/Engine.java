package org.ganvas.engine;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Starts the native libraries and decides how many threads they compute with. */
public final class Engine {

    private static volatile int threads = 1;
    private static boolean started;
    private static final ThreadLocal<@Nullable Integer> APPLIED = new ThreadLocal<>();

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
            Nd4j.getEnvironment().setMaxThreads(count);
            Nd4j.getEnvironment().setMaxMasterThreads(count);
        }
    }

    /**
     * Makes the calling thread compute with the number of native threads that was set. OpenMP, which convolutions use,
     * keeps that number for each calling thread and starts with all cores; two spinning threads on a core that is also
     * needed elsewhere make a step ten times slower. Cheap; to be called before every piece of work.
     */
    public static void enter() {
        if (!Integer.valueOf(threads).equals(APPLIED.get())) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
            APPLIED.set(threads);
        }
    }

    /** Native threads that OpenMP would use if the calling thread computed now. */
    static int openMpThreads() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    /** Native threads the engine computes with. */
    public static int threads() {
        return threads;
    }
}
