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
 * Looks at chosen data without making the screen wait for a disk; the newest choice wins, and what came of it is picked
 * up at the next frame. FX thread.
 */
public final class DatasetPreviewLoader implements FrameListener {

    private static final String BUILT_IN = "builtin:";

    private final Executor io;
    private @Nullable CompletableFuture<Optional<DatasetPreview>> pending;
    private Consumer<Optional<DatasetPreview>> then = look -> {};

    public DatasetPreviewLoader(Executor io) {
        this.io = io;
    }

    /**
     * Looks.
     *
     * @param next hears what the data is like; empty if nothing is known, and whoever reads it will say why
     */
    void at(String id, Consumer<Optional<DatasetPreview>> next) {
        then = next;
        if (id.startsWith(BUILT_IN)) {
            // Known without a disk, so that it shows at once.
            pending = null;
            next.accept(look(id));
            return;
        }
        pending = CompletableFuture.supplyAsync(() -> look(id), io);
    }

    private static Optional<DatasetPreview> look(String id) {
        try {
            return DatasetPreview.of(id);
        } catch (DataException | RuntimeException toBeToldByTheReader) {
            return Optional.empty();
        }
    }

    @Override
    public void onFrame(long nanos) {
        CompletableFuture<Optional<DatasetPreview>> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            then.accept(finished.join());
        }
    }
}
