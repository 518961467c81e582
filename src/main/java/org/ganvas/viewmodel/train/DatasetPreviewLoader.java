package org.ganvas.viewmodel.train;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ganvas.data.DataException;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.viewmodel.support.FrameListener;
import org.jspecify.annotations.Nullable;

/**
 * Loader of dataset previews off the FX thread; the newest request wins, and its preview is delivered at the next frame.
 * FX thread.
 */
public final class DatasetPreviewLoader implements FrameListener {

    private static final String BUILT_IN = "builtin:";

    private final Executor io;
    private @Nullable CompletableFuture<Optional<DatasetPreview>> pending;
    private Consumer<Optional<DatasetPreview>> callback = preview -> {};

    public DatasetPreviewLoader(Executor io) {
        this.io = io;
    }

    /**
     * Requests the preview of a dataset.
     *
     * @param next receives it; empty where it cannot be read, which loading the data will report
     */
    void load(String id, Consumer<Optional<DatasetPreview>> next) {
        callback = next;
        if (id.startsWith(BUILT_IN)) {
            // Needs no disk, so it is delivered at once.
            pending = null;
            next.accept(read(id));
            return;
        }
        pending = CompletableFuture.supplyAsync(() -> read(id), io);
    }

    private static Optional<DatasetPreview> read(String id) {
        try {
            return DatasetPreview.of(id);
        } catch (DataException | RuntimeException reportedWhenTheDataIsLoaded) {
            return Optional.empty();
        }
    }

    @Override
    public void onFrame(long nanos) {
        CompletableFuture<Optional<DatasetPreview>> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            callback.accept(finished.join());
        }
    }
}
