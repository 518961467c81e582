package org.ganvas.session.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GanTrainer;
import org.ganvas.engine.train.GeneratorWeights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BudgetedWorkerTest {

    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final BudgetedWorker line = new BudgetedWorker("beside", false, 1, failures::add);
    private GanTrainer trainer;

    @BeforeEach
    void build() throws Exception {
        NativeEngine.start();
        Dataset ring = DatasetRegistry.open("builtin:ring", Progress.NONE);
        trainer = new GanTrainer(PresetRegistry.get("ring").spec(), ring, 1);
    }

    @AfterEach
    void close() {
        line.close();
        trainer.close();
    }

    /** Tells of every copy and, at the end, that it was closed. */
    private static class Telling implements WorkerTask {
        private final BlockingQueue<Long> steps = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void process(GeneratorWeights weights, double trainedSeconds, Rest rest) {
            steps.add(weights.step());
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void worksOnTheStepThatWasOffered() throws InterruptedException {
        Telling work = new Telling();
        line.setTask(work);
        trainer.step();
        line.offer(trainer, 0.5, true);
        assertEquals(1, work.steps.take());
    }

    @Test
    void anOfferThatComesTooEarlyIsLetPassUnlessItIsTheLast() throws InterruptedException {
        Telling work = new Telling();
        line.setPeriod(3600);
        line.setTask(work);
        line.offer(trainer, 0, true);
        assertEquals(0, work.steps.take());
        trainer.step();
        line.offer(trainer, 1, false);
        trainer.step();
        line.offer(trainer, 2, true);
        assertEquals(2, work.steps.take());
        assertTrue(work.steps.isEmpty());
    }

    @Test
    void anotherRunsWorkClosesTheOneBefore() throws InterruptedException {
        Telling first = new Telling();
        Telling second = new Telling();
        line.setTask(first);
        line.offer(trainer, 0, true);
        first.steps.take();
        line.setTask(second);
        assertTrue(first.closed.await(120, TimeUnit.SECONDS));
        line.offer(trainer, 0, true);
        assertEquals(0, second.steps.take());
        line.close();
        assertTrue(second.closed.await(120, TimeUnit.SECONDS));
    }

    @Test
    void workThatFailsIsReportedOnceAndGivenUp() throws InterruptedException {
        line.setTask(new Telling() {
            @Override
            public void process(GeneratorWeights weights, double trainedSeconds, Rest rest) {
                throw new IllegalStateException("broken");
            }
        });
        line.offer(trainer, 0, true);
        assertEquals("broken", failures.take().getMessage());
        Telling next = new Telling();
        line.setTask(next);
        line.offer(trainer, 0, true);
        assertEquals(0, next.steps.take());
        assertTrue(failures.isEmpty());
    }

    @Test
    void aLongPieceOfWorkLearnsThatNobodyWantsItAnyMore() throws InterruptedException {
        CountDownLatch resting = new CountDownLatch(1);
        BlockingQueue<Boolean> wanted = new LinkedBlockingQueue<>();
        line.setTask(new Telling() {
            @Override
            public void process(GeneratorWeights weights, double trainedSeconds, Rest rest) {
                resting.countDown();
                wanted.add(rest.after(TimeUnit.HOURS.toNanos(1), 0.5));
            }
        });
        line.offer(trainer, 0, true);
        resting.await();
        line.setTask(null);
        assertEquals(false, wanted.take());
    }
}
