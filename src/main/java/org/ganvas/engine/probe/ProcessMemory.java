package org.ganvas.engine.probe;

import org.bytedeco.javacpp.Pointer;

/** Memory as the operating system counts it: heap, natives and code together. Any thread. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /** Resident bytes of this process; 0 where the system does not say. */
    public static long residentBytes() {
        return Math.max(0, Pointer.physicalBytes());
    }
}
