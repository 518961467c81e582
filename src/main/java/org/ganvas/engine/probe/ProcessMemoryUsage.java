package org.ganvas.engine.probe;

import org.bytedeco.javacpp.Pointer;

/** Memory of this process as the operating system counts it: heap, native memory and code. Any thread. */
public final class ProcessMemoryUsage {

    private ProcessMemoryUsage() {}

    /** Resident bytes; 0 where the system does not report them. */
    public static long residentBytes() {
        return Math.max(0, Pointer.physicalBytes());
    }
}
