package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.SampleGrid;

/** Takes snapshots of a session until one fulfils a condition. */
final class SnapshotWaiter {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Set<String> NAMES = Set.of("training", "explore", "io");

    private final TrainingSession session;
    private TrainingSnapshot last = TrainingSnapshot.EMPTY;

    SnapshotWaiter(TrainingSession session) {
        this.session = session;
    }

    TrainingSnapshot until(Predicate<TrainingSnapshot> condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            TrainingSnapshot taken = session.takeSnapshot();
            if (taken != null) {
                last = taken;
                if (condition.test(taken)) {
                    return taken;
                }
            } else {
                LockSupport.parkNanos(200_000);
            }
        }
        return fail("never came; the last snapshot was " + last);
    }

    SampleGrid untilImages(LatentRenderer latents, Predicate<SampleGrid> condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            SampleGrid taken = latents.takeImages();
            if (taken != null && condition.test(taken)) {
                return taken;
            }
            LockSupport.parkNanos(200_000);
        }
        return fail("the latents were never rendered");
    }

    static List<Thread> sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> NAMES.contains(thread.getName()))
                .toList();
    }
}
