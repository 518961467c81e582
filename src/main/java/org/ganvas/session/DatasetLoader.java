package org.ganvas.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.jspecify.annotations.Nullable;

/** Reads data sets on the {@code io} thread, one at a time, and can be told to give up. */
final class DatasetLoader implements AutoCloseable {

    private final ExecutorService io = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "io");
        thread.setDaemon(true);
        return thread;
    });
    private final Source source;
    private final Consumer<Throwable> failures;
    private volatile boolean cancelled;

    /** Where data comes from. */
    @FunctionalInterface
    interface Source {
        Dataset open(String id, ImageShape wanted, Progress progress) throws DataException;
    }

    /**
     * @param failures hears of failures of the program itself, on the io thread
     */
    DatasetLoader(Source source, Consumer<Throwable> failures) {
        this.failures = failures;
        this.source = source;
    }

    /**
     * Starts reading.
     *
     * @param wanted the shape that the networks ask for
     * @param known the data, if it is in memory already
     * @param progress hears of fractions, 0 to 1, on the io thread
     * @param done hears of the data, on the io thread
     * @param failed hears of the sentence that says why not, null if it was cancelled, on the io thread
     */
    void load(
            String id,
            ImageShape wanted,
            @Nullable Dataset known,
            DoubleConsumer progress,
            Consumer<Dataset> done,
            Consumer<@Nullable String> failed) {
        cancelled = false;
        io.execute(() -> {
            try {
                done.accept(known != null ? known : source.open(id, wanted, reporting(progress)));
            } catch (DataException e) {
                failed.accept(e.getMessage());
            } catch (CancellationException e) {
                failed.accept(null);
            } catch (OutOfMemoryError e) {
                failed.accept("There is not enough memory for this data; what was there before is kept.");
            } catch (RuntimeException | Error e) {
                failures.accept(e);
                failed.accept(ErrorText.internal("The data could not be read; what was there before is kept", e));
            }
        });
    }

    /** Makes the reading that is under way give up soon. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancelled = true;
        io.shutdownNow();
    }

    private Progress reporting(DoubleConsumer progress) {
        return new Progress() {
            @Override
            public void report(double fraction) {
                progress.accept(fraction);
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }
}
