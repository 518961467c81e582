package org.ganvas.viewmodel.train;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ganvas.data.DataException;
import org.ganvas.data.registry.DatasetPreview;
import org.jspecify.annotations.Nullable;

/**
 * Looks at chosen data without making the screen wait for a disk; the newest choice wins, and what came of it is picked
 * up at the next frame. FX thread.
 */
public final class DatasetPreviewLoader {

    private static final String BUILT_IN = "builtin:";

    private final Executor io;
    private @Nullable CompletableFuture<Optional<DatasetPreview>> pending;
    private Consumer<Optional<DatasetPreview>> callback = look -> {};

    public DatasetPreviewLoader(Executor io) {
        this.io = io;
    }

    /**
     * Looks.
     *
     * @param next hears what the data is like; empty if nothing is known, and whoever reads it will say why
     */
    void load(String id, Consumer<Optional<DatasetPreview>> next) {
        callback = next;
        if (id.startsWith(BUILT_IN)) {
            // Known without a disk, so that it shows at once.
            pending = null;
            next.accept(read(id));
            return;
        }
        pending = CompletableFuture.supplyAsync(() -> read(id), io);
    }

    private static Optional<DatasetPreview> read(String id) {
        try {
            return DatasetPreview.at(id);
        } catch (DataException | RuntimeException toBeToldByTheReader) {
            return Optional.empty();
        }
    }

    public void pulse() {
        CompletableFuture<Optional<DatasetPreview>> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            callback.accept(finished.join());
        }
    }
}
