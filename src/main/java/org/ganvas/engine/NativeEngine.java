package org.ganvas.engine;

import org.ganvas.engine.autodiff.onednn.OneDnn;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Loading of the native libraries and the number of threads that they compute with. Any thread. */
public final class NativeEngine {

    private static volatile int threads = 1;
    private static boolean started;
    private static final ThreadLocal<@Nullable Integer> APPLIED = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Boolean> SINGLE_THREADED = new ThreadLocal<>();

    private NativeEngine() {}

    /**
     * Loads the native libraries once; takes about a second. Safe while another thread loads libraries of its own, see
     * {@link NativeLoadOrder}.
     *
     * @throws NativeLibraryException with the folder and the way out, if they cannot be loaded
     */
    public static synchronized void start() {
        if (started) {
            return;
        }
        try {
            NativeLibraryFolder.choose();
            load();
        } catch (LinkageError | RuntimeException e) {
            throw NativeLibraryFolder.failure(e);
        }
        started = true;
        setThreads(threads);
    }

    private static void load() {
        NativeLoadOrder.prepare();
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        Nd4j.setFactory(new ThreadPreservingArrayFactory(
                DataType.FLOAT, Nd4j.getNDArrayFactory().order()));
        OneDnn.load();
    }

    /**
     * Sets the number of native threads for matrix products and ND4J operations. Takes effect at once.
     *
     * @param count at least 1
     */
    public static synchronized void setThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The engine needs at least 1 thread, not " + count + ".");
        }
        threads = count;
        if (started) {
            NativeLoadOrder.setBlasThreads(count);
            Nd4j.getEnvironment().setMaxThreads(count);
            Nd4j.getEnvironment().setMaxMasterThreads(count);
        }
    }

    /**
     * Applies the number of native threads to the calling thread. OpenMP, which convolutions use, keeps that number per
     * calling thread and starts with all cores; two spinning threads on a core that is also needed elsewhere make a step
     * ten times slower. Cheap; called for every round and every tensor, and before every use of Deeplearning4j.
     */
    public static void applyThreadCount() {
        int count = threadsOfCaller();
        if (!Integer.valueOf(count).equals(APPLIED.get())) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
            APPLIED.set(count);
        }
    }

    /** Limits the calling thread to itself, without OpenMP's threads, because training needs the other cores. */
    public static void useOneThread() {
        SINGLE_THREADED.set(true);
    }

    /** Number of native threads that the calling thread computes with, apart from matrix products. */
    public static int threadsOfCaller() {
        return Boolean.TRUE.equals(SINGLE_THREADED.get()) ? 1 : threads;
    }

    /** Number of native threads that OpenMP would use for the calling thread now. */
    static int openMpThreads() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    /** Number of native threads that the engine computes with. */
    public static int threads() {
        return threads;
    }
}
