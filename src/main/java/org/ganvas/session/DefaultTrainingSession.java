package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.evaluation.FeatureNetworkProvider;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The desk itself: one {@code training} thread that carries out commands between steps, a {@code painter} that draws
 * beside it, a {@code loader} that reads data, and whoever looks on. Public methods may be called from any thread.
 */
public final class DefaultTrainingSession implements TrainingSession, AutoCloseable {

    private final TrainingLoop floor;

    /** A session for a window, with as many native threads as the engine has now. */
    public DefaultTrainingSession() {
        this(PublishPolicy.SCREEN);
    }

    /** A session with as many native threads as the engine has now. */
    public DefaultTrainingSession(PublishPolicy ticks) {
        this(ticks, ThreadPolicy.always(NativeEngine.threads()));
    }

    public DefaultTrainingSession(PublishPolicy ticks, ThreadPolicy threads) {
        this(ticks, threads, HistorySettings.NOTHING);
    }

    /**
     * @param history how much of each run is kept
     */
    public DefaultTrainingSession(PublishPolicy ticks, ThreadPolicy threads, HistorySettings history) {
        this(ticks, threads, history, DatasetRegistry::open);
    }

    DefaultTrainingSession(PublishPolicy ticks, ThreadPolicy policy, DatasetLoader.Source source) {
        this(ticks, policy, HistorySettings.NOTHING, source);
    }

    DefaultTrainingSession(
            PublishPolicy ticks, ThreadPolicy policy, HistorySettings history, DatasetLoader.Source source) {
        floor = new TrainingLoop(ticks, policy, history, source);
    }

    /** Adds somebody who hears of every step. */
    public void addListener(StepListener listener) {
        floor.listeners.add(listener);
    }

    @Override
    public void addFailureListener(Consumer<Throwable> listener) {
        floor.failures.add(listener);
    }

    /** The desk that draws latents with this session's generator. */
    public LatentRenderer latents() {
        return floor.onlookers.latents();
    }

    @Override
    public NetworkInspector inspector() {
        return floor.onlookers.inside();
    }

    /** Has the doctor look on from now on, and pictures measured through these. */
    public void startAnalysis(FeatureNetworkProvider nets) {
        floor.queue.add(() -> floor.attendants.begin(nets));
    }

    @Override
    public void submit(TrainingCommand command) {
        floor.queue.add(() -> floor.carryOut(command));
    }

    @Override
    public @Nullable TrainingSnapshot takeSnapshot() {
        return floor.board.take();
    }

    @Override
    public CheckpointHistory history() {
        return floor.past.history();
    }

    @Override
    public ScalarLog scalars() {
        return floor.metrics();
    }

    @Override
    public MetricLog metrics() {
        return floor.attendants.measures();
    }

    @Override
    public Diagnosis diagnosis() {
        return floor.attendants.diagnosis();
    }

    @Override
    public Bookmarks bookmarks() {
        return floor.keepsakes();
    }

    /** Ends after the current step and frees what the session holds; waits at most some seconds. */
    @Override
    public void close() {
        floor.close();
    }
}
