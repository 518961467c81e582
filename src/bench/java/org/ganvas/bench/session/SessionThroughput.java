package org.ganvas.bench.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;

/** Throughput of a session that trains for some seconds and pauses again. One thread, not the FX thread. */
public record SessionThroughput(TrainingLoop session) {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    /** Loads a run and returns when it is ready. */
    public void load(RunRequest request) throws InterruptedException {
        session.submit(new TrainingCommand.Load(request));
        await(run -> run.info().request().equals(request) && run.state().step() == 0);
    }

    /** Steps a second over some seconds of training, from the first step on. */
    public double speed(double seconds) throws InterruptedException {
        long first = session.scalars().lastStep();
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        while (session.scalars().lastStep() == first) {
            LockSupport.parkNanos(1_000_000);
        }
        long steps = session.scalars().lastStep();
        long before = System.nanoTime();
        while (System.nanoTime() - before < seconds * 1e9) {
            LockSupport.parkNanos(20_000_000);
        }
        double speed = (session.scalars().lastStep() - steps) / ((System.nanoTime() - before) / 1e9);
        session.submit(new TrainingCommand.Pause());
        awaitRun();
        return speed;
    }

    /** Returns when all earlier commands are executed and a run is loaded. */
    public void awaitRun() throws InterruptedException {
        await(run -> true);
    }

    /** Returns when the run is in a state. */
    public void await(Predicate<RunCapture> wish) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE_NANOS) {
            CompletableFuture<RunCapture> capture = new CompletableFuture<>();
            session.submit(new TrainingCommand.Capture(capture));
            try {
                if (wish.test(capture.get())) {
                    return;
                }
            } catch (ExecutionException noRunYet) {
                // That is what is waited for.
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("The session did not get to where it was sent.");
    }
}
