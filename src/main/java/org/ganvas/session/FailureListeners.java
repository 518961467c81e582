package org.ganvas.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who hears of failures of the program itself. Any thread. */
final class FailureListeners {

    private static final System.Logger LOG = System.getLogger(FailureListeners.class.getName());

    private final List<Consumer<Throwable>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<Throwable> listener) {
        listeners.add(listener);
    }

    /** Never throws: without memory even a report cannot be written, and the run must live on all the same. */
    void tell(Throwable failure) {
        try {
            listeners.forEach(listener -> listener.accept(failure));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A failure could not be told.", e);
        }
    }
}
