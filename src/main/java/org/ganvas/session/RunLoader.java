package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.NativeLibraryException;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Loads runs: data is read on the {@code io} thread, one load at a time, and the newest request wins. The run before
 * stays until the new one is built. The training thread's.
 */
final class RunLoader implements AutoCloseable {

    private final TrainingLoop loop;
    private final DatasetLoader datasets;
    private final SnapshotPublisher publisher;
    private final Consumer<Runnable> queue;
    private @Nullable Runnable next;
    private @Nullable Message unusable;
    private int runs;

    /**
     * @param queue runs tasks on the training thread
     */
    RunLoader(TrainingLoop loop, DatasetLoader datasets, SnapshotPublisher publisher, Consumer<Runnable> queue) {
        this.loop = loop;
        this.datasets = datasets;
        this.publisher = publisher;
        this.queue = queue;
    }

    /**
     * Loads a run; in place of the load that is under way, if there is one.
     *
     * @param capture what the run continues; null for a new run
     */
    void load(RunRequest request, @Nullable RunCapture capture) {
        RunState state = loop.state();
        if (state == RunState.LOADING) {
            // It begins as soon as the load before it has given up.
            datasets.cancel();
            next = () -> load(request, capture);
            return;
        }
        RunState before = state == RunState.RUNNING ? RunState.PAUSED : state;
        loop.become(RunState.LOADING);
        TrainingRun run = loop.run();
        datasets.load(
                request.dataId(),
                request.spec().image(),
                run != null && run.holdsDataOf(request) ? run.data() : null,
                fraction -> publisher.update(now -> now.withState(RunState.LOADING, fraction)),
                data -> queue.accept(() -> loaded(request, capture, data, before)),
                reason -> queue.accept(() -> failed(reason, before)));
        // While the data is read, so that the window does not wait for the native libraries.
        try {
            NativeEngine.start();
            unusable = null;
        } catch (NativeLibraryException e) {
            unusable = e.message();
        }
    }

    /** Cancels the load that is under way. */
    void cancel() {
        datasets.cancel();
    }

    private void loaded(RunRequest request, @Nullable RunCapture capture, Dataset data, RunState before) {
        if (next != null) {
            failed(null, before);
            return;
        }
        if (unusable != null) {
            failed(unusable, before);
            return;
        }
        try {
            TrainingRun built = build(request, data, capture);
            TrainingRun run = loop.run();
            if (run == null || run.data() != data) {
                built.data().remark().ifPresent(remark -> publisher.notice(SessionNotice.Kind.INFO, remark));
            }
            loop.install(built, false, capture);
        } catch (SpecException e) {
            failed(e.message(), before);
        } catch (OutOfMemoryError e) {
            failed(Message.of("session.load.networksTooLarge"), before);
        }
    }

    private void failed(@Nullable Message reason, RunState before) {
        loop.become(before);
        loop.publish();
        if (reason != null) {
            publisher.notice(SessionNotice.Kind.PROBLEM, reason);
        }
        Runnable waiting = next;
        if (waiting != null) {
            next = null;
            waiting.run();
        }
    }

    /**
     * Builds a run under the next number.
     *
     * @param capture what it continues; null for a new run
     */
    TrainingRun build(RunRequest request, Dataset data, @Nullable RunCapture capture) {
        TrainingRun built =
                capture == null ? new TrainingRun(runs + 1, request, data) : new TrainingRun(runs + 1, capture, data);
        runs++;
        return built;
    }

    @Override
    public void close() {
        datasets.close();
    }
}
