package org.ganvas.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** Memory that networks may take on this machine. Any thread. */
public final class NetworkMemoryBudget {

    /** Share of the machine's memory for networks; the rest is for other programs. */
    private static final double SHARE = 0.8;

    private NetworkMemoryBudget() {}

    /** The smaller of a share of the machine's memory and the native libraries' own limit, in bytes. */
    public static long bytes() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long machine = (long) (SHARE * system.getTotalMemorySize());
        long natives = Pointer.maxBytes();
        return natives > 0 ? Math.min(machine, natives) : machine;
    }
}
