package org.ganvas.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.ganvas.session.background.DaemonThreads;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the virtual machine by which it returns memory to the system, made while it runs, so that they hold however
 * the program was started. By default the heap of a training window grows to gigabytes, though little of it is in use.
 * Its own thread.
 */
final class MemoryTuning implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryTuning.class.getName());

    private static final long TRIM_SECONDS = 60;

    /** In this order, because the smaller ratio must never exceed the greater one. */
    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        // Free share of the heap after a collection; the rest is returned. The program allocates little and steadily.
        OPTIONS.put("MinHeapFreeRatio", "15");
        OPTIONS.put("MaxHeapFreeRatio", "30");
        // G1 returns memory only after it has marked, which it otherwise does when the heap is half full of live
        // objects.
        OPTIONS.put("G1PeriodicGCInterval", "5000");
    }

    private final ScheduledExecutorService thread = DaemonThreads.scheduledLowPriority("memory");

    /** Starts tuning; returns at once, because loading the management classes takes longer than a frame. */
    MemoryTuning() {
        thread.execute(() -> apply(machine()));
        thread.scheduleWithFixedDelay(MemoryTuning::trimNativeHeap, TRIM_SECONDS, TRIM_SECONDS, TimeUnit.SECONDS);
    }

    /** Null where the virtual machine is not HotSpot. */
    private static @Nullable HotSpotDiagnosticMXBean machine() {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Sets what the user has not set on the command line. */
    static void apply(@Nullable HotSpotDiagnosticMXBean machine) {
        if (machine == null) {
            return;
        }
        OPTIONS.forEach((option, value) -> {
            try {
                VMOption now = machine.getVMOption(option);
                if (now.isWriteable() && now.getOrigin() == VMOption.Origin.DEFAULT) {
                    machine.setVMOption(option, value);
                }
            } catch (IllegalArgumentException e) {
                LOG.log(System.Logger.Level.DEBUG, option + " is unknown here or excludes one of the user's.", e);
            }
        });
    }

    /**
     * Returns freed memory of native libraries and compilers, which malloc keeps for each thread; Linux only.
     *
     * @return what the virtual machine says about it
     */
    static String trimNativeHeap() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return String.valueOf(server.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap", null, null));
        } catch (JMException | RuntimeMBeanException e) {
            LOG.log(System.Logger.Level.DEBUG, "This virtual machine cannot trim the native heap.", e);
            return "";
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
