package org.ganvas.session.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.PlayerWeights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BudgetedWorkerTest {

    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final BudgetedWorker worker = new BudgetedWorker("beside", false, 1, failures::add);
    private GameTrainer trainer;

    @BeforeEach
    void build() throws Exception {
        NativeEngine.start();
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        trainer = new GameTrainer(PresetRegistry.get("ring").spec(), ring, 1);
    }

    @AfterEach
    void close() {
        worker.close();
        trainer.close();
    }

    /** Records the step of every copy, and that it was closed. */
    private static class RecordingTask implements WorkerTask {
        private final BlockingQueue<Long> steps = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void process(PlayerWeights weights, double trainedSeconds, Rest rest) {
            steps.add(weights.step());
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void worksOnTheStepThatWasOffered() throws InterruptedException {
        RecordingTask task = new RecordingTask();
        worker.setTask(task);
        trainer.step();
        worker.offer(trainer, 0.5, true);
        assertEquals(1, task.steps.take());
    }

    @Test
    void anEarlyOfferIsIgnoredUnlessItIsTheLast() throws InterruptedException {
        RecordingTask task = new RecordingTask();
        worker.setPeriod(3600);
        worker.setTask(task);
        worker.offer(trainer, 0, true);
        assertEquals(0, task.steps.take());
        trainer.step();
        worker.offer(trainer, 1, false);
        trainer.step();
        worker.offer(trainer, 2, true);
        assertEquals(2, task.steps.take());
        assertTrue(task.steps.isEmpty());
    }

    @Test
    void theTaskOfAnotherRunClosesTheOneBefore() throws InterruptedException {
        RecordingTask first = new RecordingTask();
        RecordingTask second = new RecordingTask();
        worker.setTask(first);
        worker.offer(trainer, 0, true);
        first.steps.take();
        worker.setTask(second);
        assertTrue(first.closed.await(120, TimeUnit.SECONDS));
        worker.offer(trainer, 0, true);
        assertEquals(0, second.steps.take());
        worker.close();
        assertTrue(second.closed.await(120, TimeUnit.SECONDS));
    }

    @Test
    void aTaskThatFailsIsReportedOnceAndGivenUp() throws InterruptedException {
        worker.setTask(new RecordingTask() {
            @Override
            public void process(PlayerWeights weights, double trainedSeconds, Rest rest) {
                throw new IllegalStateException("broken");
            }
        });
        worker.offer(trainer, 0, true);
        assertEquals("broken", failures.take().getMessage());
        RecordingTask next = new RecordingTask();
        worker.setTask(next);
        worker.offer(trainer, 0, true);
        assertEquals(0, next.steps.take());
        assertTrue(failures.isEmpty());
    }

    @Test
    void aLongTaskLearnsThatItIsNoLongerWanted() throws InterruptedException {
        CountDownLatch resting = new CountDownLatch(1);
        BlockingQueue<Boolean> wanted = new LinkedBlockingQueue<>();
        worker.setTask(new RecordingTask() {
            @Override
            public void process(PlayerWeights weights, double trainedSeconds, Rest rest) {
                resting.countDown();
                wanted.add(rest.after(TimeUnit.HOURS.toNanos(1), 0.5));
            }
        });
        worker.offer(trainer, 0, true);
        resting.await();
        worker.setTask(null);
        assertEquals(false, wanted.take());
    }
}
