package org.ganvas.viewmodel.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Background tasks whose results are taken over between two frames: each one ends in a runnable for the FX thread, which
 * {@link #runFinished} runs in the order of submission. FX thread.
 */
public final class FrameTasks {

    private final Executor io;
    private final Consumer<Throwable> failed;
    private final List<CompletableFuture<Runnable>> pending = new ArrayList<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /**
     * Queue without tasks.
     *
     * @param io runs the tasks
     * @param failed called on the FX thread for a task that throws
     */
    public FrameTasks(Executor io, Consumer<Throwable> failed) {
        this.io = io;
        this.failed = failed;
    }

    /** Runs a task on the executor. */
    public void run(Supplier<Runnable> work) {
        await(CompletableFuture.supplyAsync(work, io));
    }

    /** Runs a task on the executor as soon as its input is there. */
    public <T> void runAfter(CompletableFuture<T> input, Function<T, Runnable> work) {
        await(input.thenApplyAsync(work, io));
    }

    /** Adds a task that runs already. */
    public void await(CompletableFuture<Runnable> work) {
        pending.add(work);
        busy.set(true);
    }

    /** Runs what finished tasks left to do, up to the first one that is not finished. */
    public void runFinished() {
        while (!pending.isEmpty() && pending.get(0).isDone()) {
            CompletableFuture<Runnable> first = pending.remove(0);
            busy.set(!pending.isEmpty());
            finish(first);
        }
    }

    private void finish(CompletableFuture<Runnable> done) {
        Runnable result;
        try {
            result = done.join();
        } catch (CompletionException e) {
            failed.accept(e.getCause() == null ? e : e.getCause());
            return;
        }
        result.run();
    }

    /** Whether a task is not finished. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
