package org.ganvas.bench.support;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Work on the FX thread that another thread waits for. */
public final class FxCalls {

    private FxCalls() {}

    /** Runs work on the FX thread and waits for its end; what it throws is thrown here. */
    public static void run(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
