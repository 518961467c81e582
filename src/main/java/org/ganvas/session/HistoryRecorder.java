package org.ganvas.session;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.CheckpointSchedule;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.history.RunHistory;
import org.ganvas.session.history.StoredCheckpoint;
import org.ganvas.session.render.GridLayout;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Records the run as it goes and brings an earlier moment back. Copies are made on the training thread, between two
 * steps; a {@code history} thread of its own does the rest.
 */
final class HistoryRecorder implements AutoCloseable {

    private final HistorySettings settings;
    private final SnapshotPublisher board;
    private final ExecutorService tidier;
    private final RunHistory history;
    private volatile TrainingCommand.SetGrid grid = new TrainingCommand.SetGrid(10, 10, true);

    // The training thread's.
    private CheckpointSchedule cadence = new CheckpointSchedule();

    private TrainingCommand.@Nullable Restore expected;

    /**
     * @param board hears sentences for the person at the screen
     */
    HistoryRecorder(HistorySettings settings, SnapshotPublisher board) {
        this.settings = settings;
        this.board = board;
        tidier = Executors.newSingleThreadExecutor(HistoryRecorder::thread);
        history = new RunHistory(
                settings, tidier, this::draw, sentence -> board.notice(SessionNotice.Kind.PROBLEM, sentence));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
    }

    CheckpointHistory history() {
        return settings.keeps() ? history : CheckpointHistory.NONE;
    }

    /** Another run is on the desk. */
    void begin(TrainingRun run) {
        cadence = new CheckpointSchedule();
        history.begin(run.info().number());
    }

    /** A run with a past is about to be loaded. */
    void expect(TrainingCommand.Restore restore) {
        expected = restore;
    }

    /** A captured run is on the desk: its past comes back with it. */
    void arrived(RunCapture capture) {
        TrainingCommand.Restore restore = expected;
        expected = null;
        if (settings.keeps() && restore != null && restore.capture() == capture) {
            restore.past().forEach(moment -> history.adopt(moment.grid(), moment.trainedSeconds(), moment.mark()));
        }
    }

    /** How grids are drawn from now on. */
    void arrange(TrainingCommand.SetGrid arrangement) {
        grid = arrangement;
    }

    /** Whether a moment must be kept now, also if nobody is to see it. */
    boolean overdue(TrainingRun run) {
        return settings.keeps() && cadence.overdue(run.trainer().stepsTaken()) && !history.busy();
    }

    /** Weights as they are now went to the painter; the time to keep what belongs to the grid that comes of them. */
    void offered(TrainingRun run, int threads) {
        if (!settings.keeps()) {
            return;
        }
        long step = run.trainer().stepsTaken();
        history.offered(step, run.trainedSeconds());
        if (!history.busy() && cadence.due(step, run.trainedSeconds())) {
            keep(run, threads);
        }
    }

    private void keep(TrainingRun run, int threads) {
        long before = System.nanoTime();
        history.keep(run.keep(threads));
        double cost = (System.nanoTime() - before) / 1e9;
        cadence.kept(run.trainer().stepsTaken(), run.trainedSeconds(), cost);
        history.spent(cost);
    }

    /** A grid is on the screen. On the explore thread. */
    void drawn(SampleGrid shown) {
        if (settings.keeps()) {
            history.drawn(shown);
        }
    }

    /** Keeps this moment under a name. */
    void mark(TrainingRun run, int threads, String name) {
        if (settings.keeps()) {
            keep(run, threads);
            if (!history.mark(run.trainer().stepsTaken(), name)) {
                board.notice(
                        SessionNotice.Kind.PROBLEM, "This run has as many marks as there may be; the moment has none.");
            }
        }
    }

    /**
     * The run as it was; the present is kept too, so that one can come back to it.
     *
     * @param present whether the run as it is now is worth keeping
     * @return null if nothing complete is kept at or before the step, or it cannot be read
     */
    @Nullable
    RunCapture back(TrainingRun run, int threads, boolean present, long step) {
        if (!settings.keeps()) {
            return null;
        }
        if (present) {
            keep(run, threads);
        }
        Checkpoint moment = history.completeUpTo(step);
        try {
            RunCapture capture = moment == null ? null : history.capture(moment);
            if (capture != null) {
                history.forgetOffers();
                cadence.back(capture.state().step());
            } else {
                board.notice(
                        SessionNotice.Kind.INFO,
                        String.format(
                                Locale.ROOT,
                                "No complete moment is kept at or before step %,d; the run stays where it is.",
                                step));
            }
            return capture;
        } catch (IOException e) {
            board.notice(SessionNotice.Kind.PROBLEM, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Training goes on from here: what came after is not of this run any more. */
    void goOn(TrainingRun run) {
        long step = run.trainer().stepsTaken();
        if (history.endsAfter(step)) {
            history.cut(step);
        }
    }

    /** Draws a moment as the painter would have. On a thread that reads. */
    private SampleGrid draw(StoredCheckpoint kept) {
        TrainingCommand.SetGrid wanted = grid;
        GridLayout arrangement = GridLayout.of(
                kept.info().spec(),
                wanted.rows(),
                wanted.columns(),
                kept.info().request().seed());
        int[] labels = arrangement.labels(kept.info().spec());
        try (GeneratorProbe probe = new GeneratorProbe(kept.info().spec())) {
            probe.load(
                    kept.state(),
                    wanted.averaged() && kept.info().spec().training().averagesWeights());
            return new SampleGrid(
                    kept.info().spec().image(),
                    arrangement.rows(),
                    arrangement.columns(),
                    probe.generate(arrangement.latents(kept.info().spec()), labels),
                    kept.info().spec().conditional() ? labels : new int[0],
                    kept.step());
        }
    }

    @Override
    public void close() {
        tidier.shutdown();
        history.close();
    }
}
