package org.ganvas.session.inspect;

import java.util.function.Consumer;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.NetworkWorker;
import org.jspecify.annotations.Nullable;

/**
 * The {@code inspector} thread: inspects copies of both networks while there is a request. Starts with the first one; training
 * never waits for it.
 */
public final class InspectorThread implements NetworkInspector, AutoCloseable {

    /** Share of one core while training runs. */
    private static final double SHARE = 0.1;

    private final NetworkWorker<InspectionRequest, InspectionResult> worker;

    /**
     * @param needsWeights asks the training thread for an offer
     * @param failed receives an error that would otherwise be lost
     */
    public InspectorThread(Runnable needsWeights, Consumer<Throwable> failed) {
        worker = new NetworkWorker<>("inspector", SHARE, needsWeights, failed);
    }

    /** Inspects another run or layout from now on. On the training thread. */
    public void use(InspectedRun newRun) {
        worker.use(newRun);
    }

    /** Offers the networks as they are now, if there is a request for them. On the training thread. */
    public void offer(Trainer trainer, boolean replace) {
        worker.offer(trainer, replace);
    }

    @Override
    public void request(@Nullable InspectionRequest newRequest) {
        worker.request(newRequest);
    }

    @Override
    public void useCheckpoint(@Nullable CheckpointWeights newCheckpoint) {
        worker.useCheckpoint(newCheckpoint);
    }

    @Override
    public @Nullable InspectionResult takeResult() {
        return worker.takeResult();
    }

    @Override
    public void close() {
        worker.close();
    }
}
