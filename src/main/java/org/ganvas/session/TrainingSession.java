package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.data.Datasets;
import org.ganvas.engine.Engine;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.history.History;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.measure.FeatureNets;
import org.ganvas.session.run.Keepsakes;
import org.ganvas.session.run.MeasureLog;
import org.ganvas.session.run.MetricLog;
import org.jspecify.annotations.Nullable;

/**
 * The desk itself: one {@code training} thread that carries out commands between steps, a {@code painter} that draws
 * beside it, a {@code loader} that reads data, and whoever looks on. Public methods may be called from any thread.
 */
public final class TrainingSession implements TrainingDesk, AutoCloseable {

    private final TrainingFloor floor;

    /** A session for a window, with as many native threads as the engine has now. */
    public TrainingSession() {
        this(TickPolicy.SCREEN);
    }

    /** A session with as many native threads as the engine has now. */
    public TrainingSession(TickPolicy ticks) {
        this(ticks, ThreadPolicy.always(Engine.threads()));
    }

    public TrainingSession(TickPolicy ticks, ThreadPolicy threads) {
        this(ticks, threads, HistorySettings.NOTHING);
    }

    /**
     * @param history how much of each run is kept
     */
    public TrainingSession(TickPolicy ticks, ThreadPolicy threads, HistorySettings history) {
        this(ticks, threads, history, Datasets::open);
    }

    TrainingSession(TickPolicy ticks, ThreadPolicy policy, DataLoader.Source source) {
        this(ticks, policy, HistorySettings.NOTHING, source);
    }

    TrainingSession(TickPolicy ticks, ThreadPolicy policy, HistorySettings history, DataLoader.Source source) {
        floor = new TrainingFloor(ticks, policy, history, source);
    }

    /** Adds somebody who hears of every step. */
    public void onStep(StepListener listener) {
        floor.listeners.add(listener);
    }

    @Override
    public void onFailure(Consumer<Throwable> listener) {
        floor.failures.add(listener);
    }

    /** The desk that draws latents with this session's generator. */
    public LatentDesk latents() {
        return floor.onlookers.latents();
    }

    @Override
    public InsideDesk inside() {
        return floor.onlookers.inside();
    }

    /** Has the doctor look on from now on, and pictures measured through these. */
    public void attend(FeatureNets nets) {
        floor.queue.add(() -> floor.attendants.begin(nets));
    }

    @Override
    public void submit(TrainingCommand command) {
        floor.queue.add(() -> floor.carryOut(command));
    }

    @Override
    public @Nullable TrainingSnapshot take() {
        return floor.board.take();
    }

    @Override
    public History history() {
        return floor.past.history();
    }

    @Override
    public MetricLog metrics() {
        return floor.metrics();
    }

    @Override
    public MeasureLog measures() {
        return floor.attendants.measures();
    }

    @Override
    public Diagnosis diagnosis() {
        return floor.attendants.diagnosis();
    }

    @Override
    public Keepsakes keepsakes() {
        return floor.keepsakes();
    }

    /** Ends after the current step and frees what the session holds; waits at most some seconds. */
    @Override
    public void close() {
        floor.close();
    }
}
