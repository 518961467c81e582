package org.ganvas.viewmodel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one file that is being read or written: the executor does the work, and what came of it is carried out at the next
 * frame. FX thread.
 */
final class FileWork {

    private final Executor io;
    private final NoticesViewModel notices;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private @Nullable CompletableFuture<Runnable> pending;

    FileWork(Executor io, NoticesViewModel notices) {
        this.io = io;
        this.notices = notices;
    }

    void pulse() {
        CompletableFuture<Runnable> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            busy.set(false);
            finished.join().run();
        }
    }

    /** Whether a file is being read or written. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean busy() {
        return busy.get();
    }

    /** Has the executor do something; what it gives back is done on this thread. */
    void run(Supplier<Runnable> work) {
        await(CompletableFuture.supplyAsync(work, io));
    }

    /** The same with something that has yet to come. */
    <T> void run(CompletableFuture<T> coming, Function<T, Runnable> work) {
        await(coming.thenApplyAsync(work, io));
    }

    private void await(CompletableFuture<Runnable> work) {
        busy.set(true);
        pending = work.exceptionally(
                failure -> () -> notices.report(Messages.text("problem.internal", describe(failure))));
    }

    private static String describe(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
