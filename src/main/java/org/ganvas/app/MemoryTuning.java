package org.ganvas.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.ganvas.session.background.DaemonThreads;
import org.jspecify.annotations.Nullable;

/**
 * Returns memory to the system that the virtual machine and malloc would keep, by settings that can be made while it runs,
 * so that they hold however the program was started. By default the heap of a training window grows to gigabytes, of
 * which little is in use. Its own thread.
 */
final class MemoryTuning implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MemoryTuning.class.getName());

    private static final long CHECK_SECONDS = 2;
    private static final long TRIM_SECONDS = 60;
    private static final String MARKING_INTERVAL = "G1PeriodicGCInterval";

    /** Milliseconds without a collection after which G1 marks, and from one look of it to the next. */
    private static final String SOON = "1000";

    private static final String NEVER = "0";

    private final ScheduledExecutorService thread = DaemonThreads.scheduledLowPriority("memory");

    // The thread's.
    private final HeapReturnSchedule schedule = new HeapReturnSchedule();
    private @Nullable HotSpotDiagnosticMXBean machine;
    private boolean marks;
    private boolean marking;

    /** Starts; returns at once, because loading the management classes takes longer than a frame. */
    MemoryTuning() {
        thread.execute(this::start);
        thread.scheduleWithFixedDelay(this::returnHeap, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(MemoryTuning::trimNativeHeap, TRIM_SECONDS, TRIM_SECONDS, TimeUnit.SECONDS);
    }

    private void start() {
        HotSpotDiagnosticMXBean found = machine();
        if (found != null) {
            machine = found;
            limitFreeHeap(found);
            marks = ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .anyMatch(collector -> collector.getName().startsWith("G1 "))
                    && isDefault(found, MARKING_INTERVAL);
        }
    }

    /** Null where the virtual machine is not HotSpot. */
    private static @Nullable HotSpotDiagnosticMXBean machine() {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Limits the free share of the heap after a collection; the program allocates little and steadily. */
    static void limitFreeHeap(HotSpotDiagnosticMXBean machine) {
        // In this order, because the smaller one must never exceed the greater one.
        setUnlessChosen(machine, "MinHeapFreeRatio", "15");
        setUnlessChosen(machine, "MaxHeapFreeRatio", "30");
    }

    private static void setUnlessChosen(HotSpotDiagnosticMXBean machine, String option, String value) {
        if (isDefault(machine, option)) {
            set(machine, option, value);
        }
    }

    /** Whether the user has not set an option on the command line. */
    private static boolean isDefault(HotSpotDiagnosticMXBean machine, String option) {
        try {
            VMOption now = machine.getVMOption(option);
            return now.isWriteable() && now.getOrigin() == VMOption.Origin.DEFAULT;
        } catch (IllegalArgumentException e) {
            return false; // another virtual machine
        }
    }

    private static void set(HotSpotDiagnosticMXBean machine, String option, String value) {
        try {
            machine.setVMOption(option, value);
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, option + " excludes an option of the user.", e);
        }
    }

    /** Lets G1 mark where that is worthwhile, beside the program; System.gc() would stop it for a sixth of a second. */
    private void returnHeap() {
        HotSpotDiagnosticMXBean known = machine;
        if (known == null || !marks) {
            return;
        }
        long committed = Runtime.getRuntime().totalMemory();
        long collections = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        if (marking) {
            marking = false;
            set(known, MARKING_INTERVAL, NEVER);
            schedule.settled(committed, collections);
        } else if (schedule.isDue(System.nanoTime() / 1e9, committed, collections)) {
            marking = true;
            set(known, MARKING_INTERVAL, SOON);
        }
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
