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
 * Work that is done elsewhere, and what is to be done here when it is: each chore ends in something to run on the FX
 * thread, which the next frame does. FX thread.
 */
public final class FrameTasks {

    private final Executor io;
    private final Consumer<Throwable> failed;
    private final List<CompletableFuture<Runnable>> pending = new ArrayList<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /**
     * @param failed hears of failures that no chore foresaw
     */
    public FrameTasks(Executor io, Consumer<Throwable> failed) {
        this.io = io;
        this.failed = failed;
    }

    /** Does something on the io thread. */
    public void run(Supplier<Runnable> work) {
        await(CompletableFuture.supplyAsync(work, io));
    }

    /** Does something on the io thread with a value that is yet to come. */
    public <T> void runAfter(CompletableFuture<T> coming, Function<T, Runnable> work) {
        await(coming.thenApplyAsync(work, io));
    }

    /** Waits for something that is under way. */
    public void await(CompletableFuture<Runnable> work) {
        pending.add(work);
        busy.set(true);
    }

    public void runFinished() {
        while (!pending.isEmpty() && pending.get(0).isDone()) {
            CompletableFuture<Runnable> first = pending.remove(0);
            busy.set(!pending.isEmpty());
            finish(first);
        }
    }

    private void finish(CompletableFuture<Runnable> done) {
        Runnable rest;
        try {
            rest = done.join();
        } catch (CompletionException e) {
            failed.accept(e.getCause() == null ? e : e.getCause());
            return;
        }
        rest.run();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
