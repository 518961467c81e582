package org.ganvas.session.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done for a thread beside training, counted. */
@Timeout(120)
class NetworkWorkerTest {

    private static final int STEPS = 200;

    private final AtomicInteger offers = new AtomicInteger();
    private final AtomicInteger built = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final WeightBuffer buffer = WeightBuffer.ofAll(false);
    private final NetworkWorker<String, String> worker =
            new NetworkWorker<>("counted", 1, asked::incrementAndGet, failure -> {});
    private Trainer trainer;

    private final class Subject implements NetworkWorker.Subject<String, String> {
        @Override
        public int number() {
            return 1;
        }

        @Override
        public WeightBuffer buffer() {
            offers.incrementAndGet();
            return buffer;
        }

        @Override
        public NetworkWorker.Probes<String, String> probes(Runnable wake, Consumer<Throwable> failed) {
            built.incrementAndGet();
            return new Probes();
        }
    }

    private final class Probes implements NetworkWorker.Probes<String, String> {
        private boolean loaded;

        @Override
        public void takeWeights() {
            PlayerWeights weights = buffer.take();
            if (weights != null) {
                loaded = true;
                buffer.giveBack(weights);
            }
        }

        @Override
        public void takeWeights(CheckpointWeights checkpoint) {}

        @Override
        public boolean hasWeights() {
            return loaded;
        }

        @Override
        public String answer(String request) {
            answers.incrementAndGet();
            return request;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws Exception {
        GanSpec spec = PresetRegistry.get("ring").spec();
        trainer = Trainer.of(spec, DatasetRegistry.open("builtin:ring", spec.image(), ProgressListener.NONE), 1);
        worker.use(new Subject());
    }

    @AfterEach
    void close() {
        worker.close();
        trainer.close();
    }

    private void trainAndOffer() {
        for (int i = 0; i < STEPS; i++) {
            trainer.step();
            worker.offer(trainer, i % 50 == 0);
        }
    }

    private static boolean hasThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("counted"));
    }

    /** The Lab, and everything else that observes networks, costs a step one comparison while it is closed. */
    @Test
    void withoutARequestNothingIsCopiedBuiltOrAnswered() {
        trainAndOffer();
        assertEquals(0, offers.get());
        assertEquals(0, built.get());
        assertTrue(!hasThread(), "a thread runs for nothing");
    }

    @Test
    void afterTheLastRequestNothingIsCopiedOrAnsweredAnyMore() {
        worker.request("all");
        assertEquals(1, asked.get());
        while (worker.takeResult() == null) {
            worker.offer(trainer, true);
            LockSupport.parkNanos(1_000_000);
        }
        worker.request(null);
        // What had been started may end.
        while (worker.isWorkDue() && answers.get() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        LockSupport.parkNanos(1_000_000);
        int copied = offers.get();
        trainAndOffer();
        assertEquals(copied, offers.get());
        assertEquals(1, built.get());
    }
}
