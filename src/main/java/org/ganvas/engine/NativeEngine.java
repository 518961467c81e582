package org.ganvas.engine;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Starts the native libraries and decides how many threads they compute with. */
public final class NativeEngine {

    private static volatile int threads = 1;
    private static boolean started;
    private static final ThreadLocal<@Nullable Integer> APPLIED = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Boolean> ALONE = new ThreadLocal<>();

    private NativeEngine() {}

    /**
     * Loads the natives, once; takes about a second. Any thread, also while another one loads natives of its own: see
     * {@link NativeLoadOrder} for why that has to be taken care of.
     */
    public static synchronized void start() {
        if (started) {
            return;
        }
        NativeLoadOrder.prepare();
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        started = true;
        setThreads(threads);
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
     * Makes the calling thread compute with the number of native threads that was set. OpenMP, which convolutions use,
     * keeps that number for each calling thread and starts with all cores; two spinning threads on a core that is also
     * needed elsewhere make a step ten times slower. Cheap; to be called before every piece of work.
     */
    public static void applyThreadCount() {
        int wanted = Boolean.TRUE.equals(ALONE.get()) ? 1 : threads;
        if (!Integer.valueOf(wanted).equals(APPLIED.get())) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(wanted);
            APPLIED.set(wanted);
        }
    }

    /** From now on the calling thread computes without OpenMP's help: it works beside others that need the cores. */
    public static void useOneThread() {
        ALONE.set(true);
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
