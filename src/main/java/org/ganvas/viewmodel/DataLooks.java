package org.ganvas.viewmodel;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ganvas.data.DataException;
import org.ganvas.data.DataLook;
import org.jspecify.annotations.Nullable;

/**
 * Looks at chosen data without making the screen wait for a disk; the newest choice wins, and what came of it is picked
 * up at the next frame. FX thread.
 */
final class DataLooks {

    private static final String BUILT_IN = "builtin:";

    private final Executor io;
    private @Nullable CompletableFuture<Optional<DataLook>> pending;
    private Consumer<Optional<DataLook>> then = look -> {};

    DataLooks(Executor io) {
        this.io = io;
    }

    /**
     * Looks.
     *
     * @param next hears what the data is like; empty if nothing is known, and whoever reads it will say why
     */
    void at(String id, Consumer<Optional<DataLook>> next) {
        then = next;
        if (id.startsWith(BUILT_IN)) {
            // Known without a disk, so that it shows at once.
            pending = null;
            next.accept(look(id));
            return;
        }
        pending = CompletableFuture.supplyAsync(() -> look(id), io);
    }

    private static Optional<DataLook> look(String id) {
        try {
            return DataLook.at(id);
        } catch (DataException | RuntimeException toBeToldByTheReader) {
            return Optional.empty();
        }
    }

    void pulse() {
        CompletableFuture<Optional<DataLook>> finished = pending;
        if (finished != null && finished.isDone()) {
            pending = null;
            then.accept(finished.join());
        }
    }
}
