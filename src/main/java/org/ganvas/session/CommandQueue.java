package org.ganvas.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands and tasks on their way to the training thread, in order. Any thread adds; the training thread takes, until it
 * has ended.
 */
final class CommandQueue {

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Consumer<TrainingCommand> executor;
    private volatile boolean ended;

    /**
     * @param executor carries out a command, or refuses it after the end
     */
    CommandQueue(Consumer<TrainingCommand> executor) {
        this.executor = executor;
    }

    /** A command among the tasks. */
    private final class SubmittedCommand implements Runnable {
        private final TrainingCommand command;

        SubmittedCommand(TrainingCommand command) {
            this.command = command;
        }

        @Override
        public void run() {
            executor.accept(command);
        }
    }

    void submit(TrainingCommand command) {
        queue.add(new SubmittedCommand(command));
        if (ended) {
            refuseRest();
        }
    }

    void add(Runnable task) {
        queue.add(task);
    }

    /**
     * The next task; null where there is none in time.
     *
     * @param nanos longest wait
     */
    @Nullable
    Runnable next(long nanos) throws InterruptedException {
        return nanos == 0 ? queue.poll() : queue.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Ends: commands that came too late are answered, tasks are dropped. */
    void end() {
        ended = true;
        refuseRest();
    }

    private void refuseRest() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            if (task instanceof SubmittedCommand) {
                task.run();
            }
        }
    }
}
