package org.ganvas.viewmodel.explore;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.SearchBudget;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.TaskQueue;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** One search at a time on the queue of searches, with its progress and with what it waits for. FX thread. */
final class QueuedSearch {

    private static final double WAITING = -1;

    private final TaskQueue queue;
    private final BooleanSupplier training;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private volatile double share = WAITING;
    private volatile int current;

    /** A search. On the background thread. */
    @FunctionalInterface
    interface Search<T> {
        T run(AnalyzedGenerator generator, SearchBudget budget, DoubleConsumer progress);
    }

    /**
     * @param kind key of the text that names the search
     * @param training whether training needs the processor; asked on the background thread
     */
    QueuedSearch(TaskQueue queue, String kind, BooleanSupplier training, NoticesViewModel notices) {
        this.queue = queue;
        this.training = training;
        this.notices = notices;
        tasks = new FrameTasks(queue.ofKind(kind), notices::reportInternalError);
    }

    /**
     * Starts a search, unless one is on its way.
     *
     * @param show takes the result on the FX thread, unless the search was cancelled
     */
    <T> void start(CompletableFuture<AnalyzedGenerator> generator, Search<T> search, Consumer<T> show) {
        if (tasks.busyProperty().get()) {
            return;
        }
        share = WAITING;
        int number = ++current;
        tasks.runAfter(generator, now -> run(now, search, show, number));
        onFrame();
    }

    private <T> Runnable run(AnalyzedGenerator generator, Search<T> search, Consumer<T> show, int number) {
        try {
            share = 0;
            SearchBudget budget = new SearchBudget(() -> current == number, training);
            T result = search.run(generator, budget, done -> share = done);
            return () -> {
                if (current == number) {
                    show.accept(result);
                }
            };
        } catch (CancellationException e) {
            return () -> {};
        } catch (SpecException e) {
            // The arrays of a file from elsewhere do not fit its networks.
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    void cancel() {
        current = current + 1;
    }

    /** Takes over finished searches and the progress of the present one. */
    void onFrame() {
        tasks.runFinished();
        double now = share;
        progress.set(now);
        waiting.set(tasks.busyProperty().get() && now < 0 ? waitingText() : "");
    }

    private String waitingText() {
        String before = queue.running();
        return before.isEmpty()
                ? Messages.text("explore.waiting.step")
                : Messages.text("explore.waiting", Messages.text(before));
    }

    // ---- Properties ----

    ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Progress of the search, 0 to 1; negative while it waits. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the search waits for, as a sentence; empty while it runs or there is none. */
    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
