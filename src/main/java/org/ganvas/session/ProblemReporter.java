package org.ganvas.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ganvas.message.Message;

/** Reports errors of the program itself to the user and to the failure listeners. Any thread. */
final class ProblemReporter {

    private static final System.Logger LOG = System.getLogger(ProblemReporter.class.getName());

    private final List<Consumer<Throwable>> listeners = new CopyOnWriteArrayList<>();
    private final SnapshotPublisher publisher;

    ProblemReporter(SnapshotPublisher publisher) {
        this.publisher = publisher;
    }

    void addListener(Consumer<Throwable> listener) {
        listeners.add(listener);
    }

    /**
     * Shows a notice and tells the failure listeners.
     *
     * @param consequence what failed and what is safe, without a full stop
     */
    void report(Message consequence, Throwable error) {
        publisher.notice(SessionNotice.Kind.PROBLEM, ErrorMessages.internal(consequence, error));
        notifyListeners(error);
    }

    /** Never throws: without memory not even a report can be written, and the run must survive all the same. */
    void notifyListeners(Throwable failure) {
        try {
            listeners.forEach(listener -> listener.accept(failure));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A failure could not be reported.", e);
        }
    }
}
