package org.ganvas.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** How much memory networks may take on this machine. Any thread. */
public final class AvailableMemory {

    /** What is left to the rest of the machine. */
    private static final double SHARE = 0.8;

    private AvailableMemory() {}

    /** Bytes: the smaller of a share of the machine's memory and what the native libraries allow themselves. */
    public static long bytes() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long machine = (long) (SHARE * system.getTotalMemorySize());
        long natives = Pointer.maxBytes();
        return natives > 0 ? Math.min(machine, natives) : machine;
    }
}
