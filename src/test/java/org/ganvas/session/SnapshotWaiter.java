package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.fail;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.SampleGrid;

/** Takes a desk's snapshots until one is as wished. */
final class SnapshotWaiter {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Set<String> NAMES = Set.of("training", "explore", "io");

    private final TrainingSession desk;
    private TrainingSnapshot last = TrainingSnapshot.EMPTY;

    SnapshotWaiter(TrainingSession desk) {
        this.desk = desk;
    }

    TrainingSnapshot until(Predicate<TrainingSnapshot> wish) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            TrainingSnapshot taken = desk.takeSnapshot();
            if (taken != null) {
                last = taken;
                if (wish.test(taken)) {
                    return taken;
                }
            } else {
                LockSupport.parkNanos(200_000);
            }
        }
        return fail("never came; the last snapshot was " + last);
    }

    SampleGrid untilLatent(LatentRenderer latents, Predicate<SampleGrid> wish) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            SampleGrid taken = latents.takeImages();
            if (taken != null && wish.test(taken)) {
                return taken;
            }
            LockSupport.parkNanos(200_000);
        }
        return fail("the latent was never drawn");
    }

    static List<Thread> sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> NAMES.contains(thread.getName()))
                .toList();
    }
}
