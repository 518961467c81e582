package org.ganvas.session;

import org.ganvas.engine.probe.ProcessMemory;

/** When the screen is to hear of training, and how fast training is. The training thread's. */
final class PublishSchedule {

    private static final long MEMORY_NANOS = 1_000_000_000L;

    private final PublishPolicy policy;
    private final ThroughputMeter speed = new ThroughputMeter();
    private long lastNumbers;
    private long lastPictures;
    private long lastMemory;
    private long residentBytes;

    PublishSchedule(PublishPolicy policy) {
        this.policy = policy;
        long now = System.nanoTime();
        lastNumbers = now;
        lastPictures = now;
        lastMemory = now - MEMORY_NANOS;
    }

    /** Training starts. */
    void restart(long step) {
        speed.restart(System.nanoTime(), step);
    }

    boolean numbersDue() {
        long now = System.nanoTime();
        if (now - lastNumbers < policy.numbersNanos()) {
            return false;
        }
        lastNumbers = now;
        return true;
    }

    boolean picturesDue() {
        long now = System.nanoTime();
        if (now - lastPictures < policy.picturesNanos()) {
            return false;
        }
        lastPictures = now;
        return true;
    }

    double stepsPerSecond(long step) {
        return speed.at(System.nanoTime(), step);
    }

    /** Memory of the process, measured at most once a second. */
    long residentBytes() {
        long now = System.nanoTime();
        if (now - lastMemory >= MEMORY_NANOS) {
            lastMemory = now;
            residentBytes = ProcessMemory.residentBytes();
        }
        return residentBytes;
    }
}
