package org.ganvas.session.lab;

import java.util.function.Consumer;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.NetworkWorker;
import org.jspecify.annotations.Nullable;

/** The {@code lab} thread. Starts with the first request; training never waits for it. */
public final class LabThread implements PointLab, AutoCloseable {

    /** Share of one core while training runs: 25 images a second at 14 ms each. */
    private static final double SHARE = 0.35;

    private final NetworkWorker<LabRequest, LabResult> worker;
    private volatile boolean averaged;
    private volatile @Nullable LabRun run;

    /**
     * @param needsWeights asks the training thread for an offer
     * @param failed receives an error that would otherwise be lost
     */
    public LabThread(Runnable needsWeights, Consumer<Throwable> failed) {
        worker = new NetworkWorker<>("lab", SHARE, needsWeights, failed);
    }

    /** Observes another run from now on. On the training thread. */
    public void use(LabRun newRun) {
        newRun.observe(averaged, worker::isWorkDue);
        run = newRun;
        worker.use(newRun);
    }

    /** Offers the networks as they are now, if there is a request for them. On the training thread. */
    public void offer(Trainer trainer, boolean replace) {
        worker.offer(trainer, replace);
    }

    @Override
    public void request(@Nullable LabRequest request) {
        if (request != null) {
            averaged = request.averaged();
            LabRun now = run;
            if (now != null) {
                now.observe(averaged, worker::isWorkDue);
            }
        }
        worker.request(request);
    }

    @Override
    public void useCheckpoint(@Nullable CheckpointWeights checkpoint) {
        worker.useCheckpoint(checkpoint);
    }

    @Override
    public @Nullable LabResult takeResult() {
        return worker.takeResult();
    }

    @Override
    public void close() {
        worker.close();
    }
}
