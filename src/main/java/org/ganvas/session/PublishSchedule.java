package org.ganvas.session;

import org.ganvas.engine.probe.ProcessMemoryUsage;

/** Schedule of snapshots and images, with the throughput and memory that they show. The training thread's. */
final class PublishSchedule {

    private static final long MEMORY_NANOS = 1_000_000_000L;

    private final PublishPolicy policy;
    private final ThroughputMeter throughput = new ThroughputMeter();
    private long lastNumbers;
    private long lastImages;
    private long lastMemory;
    private long residentBytes;

    PublishSchedule(PublishPolicy policy) {
        this.policy = policy;
        long now = System.nanoTime();
        lastNumbers = now;
        lastImages = now;
        lastMemory = now - MEMORY_NANOS;
    }

    /** Restarts the throughput: training starts. */
    void restart(long step) {
        throughput.restart(System.nanoTime(), step);
    }

    boolean numbersDue() {
        long now = System.nanoTime();
        if (now - lastNumbers < policy.numbersNanos()) {
            return false;
        }
        lastNumbers = now;
        return true;
    }

    boolean imagesDue() {
        long now = System.nanoTime();
        if (now - lastImages < policy.imagesNanos()) {
            return false;
        }
        lastImages = now;
        return true;
    }

    double stepsPerSecond(long step) {
        return throughput.at(System.nanoTime(), step);
    }

    /** Resident memory of the process, read at most once a second. */
    long residentBytes() {
        long now = System.nanoTime();
        if (now - lastMemory >= MEMORY_NANOS) {
            lastMemory = now;
            residentBytes = ProcessMemoryUsage.residentBytes();
        }
        return residentBytes;
    }
}
