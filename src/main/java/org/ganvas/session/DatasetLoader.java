package org.ganvas.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.ganvas.session.background.DaemonThreads;
import org.jspecify.annotations.Nullable;

/** Reads datasets on the {@code io} thread, one at a time; a load can be cancelled. Any thread. */
final class DatasetLoader implements AutoCloseable {

    private final ExecutorService io = DaemonThreads.single("io");
    private final Source source;
    private final Consumer<Throwable> failures;
    private volatile boolean cancelled;

    /** Opens datasets by id. */
    @FunctionalInterface
    interface Source {
        Dataset open(String id, ImageShape wanted, ProgressListener progress) throws DataException;
    }

    /**
     * @param failures receives errors of the program itself, on the io thread
     */
    DatasetLoader(Source source, Consumer<Throwable> failures) {
        this.failures = failures;
        this.source = source;
    }

    /**
     * Starts reading. All callbacks run on the io thread.
     *
     * @param wanted the image shape of the networks
     * @param known the data, if it is in memory already
     * @param progress receives fractions, 0 to 1
     * @param done receives the data
     * @param failed receives the reason; null if the load was cancelled
     */
    void load(
            String id,
            ImageShape wanted,
            @Nullable Dataset known,
            DoubleConsumer progress,
            Consumer<Dataset> done,
            Consumer<@Nullable Message> failed) {
        cancelled = false;
        io.execute(() -> {
            try {
                Dataset data = known != null ? known : source.open(id, wanted, reporting(progress));
                // Here, because the training thread must not wait for it.
                DatasetFingerprint.of(data);
                done.accept(data);
            } catch (DataException e) {
                failed.accept(e.message());
            } catch (CancellationException e) {
                failed.accept(null);
            } catch (OutOfMemoryError e) {
                failed.accept(Message.of("session.load.dataTooLarge"));
            } catch (RuntimeException | Error e) {
                failures.accept(e);
                failed.accept(ErrorMessages.internal(Message.of("session.failed.reading"), e));
            }
        });
    }

    /** Cancels the load that is under way; its reader gives up soon. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancelled = true;
        io.shutdownNow();
    }

    private ProgressListener reporting(DoubleConsumer progress) {
        return new ProgressListener() {
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
