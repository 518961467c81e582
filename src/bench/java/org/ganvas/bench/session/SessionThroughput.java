package org.ganvas.bench.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;

/** Has a session train for some seconds and rest again, and says how fast it was. One thread, not the FX thread. */
public record SessionThroughput(TrainingLoop session) {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    /** Puts a run on the floor and returns when it is there. */
    public void load(RunRequest request) throws InterruptedException {
        session.submit(new TrainingCommand.Load(request));
        await(run -> run.info().request().equals(request) && run.state().step() == 0);
    }

    /** Steps a second over so many seconds of training, from the first step on. */
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

    /** Returns when all commands before are carried out and there is a run. */
    public void awaitRun() throws InterruptedException {
        await(run -> true);
    }

    /** Returns when the run is as wished. */
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
