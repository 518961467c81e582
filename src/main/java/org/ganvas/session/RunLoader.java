package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * How runs come onto the floor: data is read beside the training, one load at a time, and the newest wish wins. What ran
 * before stays until the new run is built. The training thread's, but for the loader's own.
 */
final class RunLoader implements AutoCloseable {

    /** Where runs arrive. */
    interface Floor {

        RunState state();

        void become(RunState next);

        void publish();

        @Nullable
        TrainingRun run();

        /**
         * A run was built.
         *
         * @param capture what it was taken up from; null for a fresh one
         */
        void arrive(TrainingRun built, @Nullable RunCapture capture);
    }

    private final Floor floor;
    private final DatasetLoader loader;
    private final SnapshotPublisher board;
    private final Consumer<Runnable> queue;
    private @Nullable Runnable next;
    private int runs;

    /**
     * @param queue has work done on the training thread
     */
    RunLoader(Floor floor, DatasetLoader loader, SnapshotPublisher board, Consumer<Runnable> queue) {
        this.floor = floor;
        this.loader = loader;
        this.board = board;
        this.queue = queue;
    }

    void load(RunRequest request, @Nullable RunCapture capture) {
        RunState state = floor.state();
        if (state == RunState.LOADING) {
            // It is carried out as soon as the load before it has given up.
            loader.cancel();
            next = () -> load(request, capture);
            return;
        }
        RunState before = state == RunState.RUNNING ? RunState.PAUSED : state;
        floor.become(RunState.LOADING);
        TrainingRun run = floor.run();
        loader.load(
                request.dataId(),
                request.spec().image(),
                run != null && run.holdsDataOf(request) ? run.data() : null,
                fraction -> board.update(now -> now.withState(RunState.LOADING, fraction)),
                data -> queue.accept(() -> loaded(request, capture, data, before)),
                sentence -> queue.accept(() -> failed(sentence, before)));
        // While the loader reads: the window is not kept waiting for the natives.
        NativeEngine.start();
    }

    void cancel() {
        loader.cancel();
    }

    private void loaded(RunRequest request, @Nullable RunCapture capture, Dataset data, RunState before) {
        if (next != null) {
            failed(null, before);
            return;
        }
        try {
            TrainingRun built = numbered(request, data, capture);
            TrainingRun run = floor.run();
            if (run == null || run.data() != data) {
                data.remark().ifPresent(remark -> board.notice(SessionNotice.Kind.INFO, remark.english()));
            }
            floor.arrive(built, capture);
        } catch (SpecException e) {
            failed(e.getMessage(), before);
        } catch (OutOfMemoryError e) {
            failed("There is not enough memory for networks of this size; what was there before is kept.", before);
        }
    }

    private void failed(@Nullable String sentence, RunState before) {
        floor.become(before);
        floor.publish();
        if (sentence != null) {
            board.notice(SessionNotice.Kind.PROBLEM, sentence);
        }
        Runnable wish = next;
        if (wish != null) {
            next = null;
            wish.run();
        }
    }

    /** Builds a run under the next number. */
    TrainingRun numbered(RunRequest request, Dataset data, @Nullable RunCapture capture) {
        TrainingRun built =
                capture == null ? new TrainingRun(runs + 1, request, data) : new TrainingRun(runs + 1, capture, data);
        runs++;
        return built;
    }

    @Override
    public void close() {
        loader.close();
    }
}
