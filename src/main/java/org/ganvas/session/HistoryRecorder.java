package org.ganvas.session;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;
import org.ganvas.data.Dataset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.history.CheckpointSchedule;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.history.RunCheckpointHistory;
import org.ganvas.session.history.StoredCheckpoint;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/**
 * Records checkpoints of the run while it trains, and takes the run back to one. Copies are made on the training thread,
 * between two steps; a {@code history} thread of its own thins them out and writes them to the disk.
 */
final class HistoryRecorder implements TrainingListener, AutoCloseable {

    private final HistorySettings settings;
    private final SnapshotPublisher publisher;
    private final IntSupplier threads;
    private final ExecutorService worker = DaemonThreads.single("history");
    private final RunCheckpointHistory history;
    private volatile TrainingCommand.SetGrid grid = TrainingCommand.SetGrid.DEFAULT;

    // The training thread's.
    private CheckpointSchedule schedule = new CheckpointSchedule();
    private ReplayLog replayLog = new ReplayLog();

    private TrainingCommand.@Nullable Restore expected;
    private volatile @Nullable Dataset data;

    /**
     * @param publisher shows notices
     * @param threads native threads now, on the training thread
     */
    HistoryRecorder(HistorySettings settings, SnapshotPublisher publisher, IntSupplier threads) {
        this.settings = settings;
        this.publisher = publisher;
        this.threads = threads;
        history = new RunCheckpointHistory(
                settings, worker, this::render, reason -> publisher.notice(SessionNotice.Kind.PROBLEM, reason));
    }

    /** The checkpoints of the run. Any thread. */
    CheckpointHistory history() {
        return settings.isEnabled() ? history : CheckpointHistory.NONE;
    }

    @Override
    public void onRunLoaded(TrainingRun run, boolean sameRun) {
        if (!sameRun) {
            schedule = new CheckpointSchedule();
            replayLog = new ReplayLog();
            history.beginRun(run.info().number());
        }
    }

    /** A run that brings checkpoints is about to be loaded. */
    void expect(TrainingCommand.Restore restore) {
        expected = restore;
    }

    /** Takes over the checkpoints that came with a restored run. */
    void restored(RunCapture capture) {
        TrainingCommand.Restore restore = expected;
        expected = null;
        if (settings.isEnabled() && restore != null && restore.capture() == capture) {
            history.addImported(capture, restore.past());
        }
    }

    @Override
    public void onGridChanged(TrainingRun run, TrainingCommand.SetGrid changed, SampleGrid real, boolean sameNetworks) {
        grid = changed;
        data = run.data();
        history.hold(run.datasets());
    }

    /** Whether a checkpoint is due although no images are. */
    boolean overdue(TrainingRun run) {
        return settings.isEnabled() && schedule.isRequired(run.trainer().stepsTaken()) && !history.isOverfull();
    }

    /** Keeps a checkpoint of the step whose grid is being rendered, if one is due. */
    @Override
    public void onGridOrdered(TrainingRun run) {
        if (!settings.isEnabled()) {
            return;
        }
        long step = run.trainer().stepsTaken();
        history.weightsOffered(step, run.trainedSeconds(), TrainedData.of(run.info()));
        if (!history.isOverfull() && !replayLog.hasNextBranch() && schedule.isDue(step, run.trainedSeconds())) {
            keep(run);
        }
    }

    /** Keeps the run on 2-D points before a single step, so that the step can be taken back at once. */
    void beforeSingleStep(TrainingRun run, TrainingCommand.Step command) {
        long step = run.trainer().stepsTaken();
        if (settings.isEnabled() && run.spec().image().isPoint() && !history.isOverfull()) {
            keep(run);
        }
        replayLog.restricted(step + 1, command.only());
    }

    private void keep(TrainingRun run) {
        long before = System.nanoTime();
        history.add(run.checkpoint(threads.getAsInt()));
        double cost = (System.nanoTime() - before) / 1e9;
        schedule.recorded(run.trainer().stepsTaken(), run.trainedSeconds(), cost);
        history.addPause(cost);
    }

    @Override
    public void onGridRendered(SampleGrid rendered) {
        if (settings.isEnabled()) {
            history.gridRendered(rendered);
        }
    }

    /** Gives a checkpoint a name, or takes it away; shows why where that is not possible. */
    void mark(TrainingRun run, TrainingCommand.MarkCheckpoint command) {
        if (!settings.isEnabled()) {
            refuseWithoutHistory();
            return;
        }
        Checkpoint chosen = command.checkpoint();
        if (chosen == null) {
            keep(run);
        } else if (chosen.run() != run.info().number() || !history.has(chosen.step())) {
            publisher.notice(
                    SessionNotice.Kind.INFO, Message.of("session.history.gone", NumberText.grouped(chosen.step())));
            return;
        }
        if (!history.mark(chosen == null ? run.trainer().stepsTaken() : chosen.step(), command.name())) {
            publisher.notice(SessionNotice.Kind.PROBLEM, Message.of("session.history.tooManyNames"));
        }
    }

    private void refuseWithoutHistory() {
        publisher.notice(SessionNotice.Kind.INFO, Message.of("session.refused.noHistory"));
    }

    /**
     * The newest complete checkpoint at or before a step.
     *
     * @param keepPresent whether the run as it is now is kept too, so that one can come back to it
     * @return null, and a notice, if there is none or it cannot be read
     */
    @Nullable
    RunCapture goBack(TrainingRun run, boolean keepPresent, long step) {
        if (!settings.isEnabled()) {
            refuseWithoutHistory();
            return null;
        }
        // A run with changes of its own is not what the steps after it were taken from.
        if (keepPresent && !replayLog.hasNextBranch()) {
            keep(run);
        }
        Checkpoint checkpoint = history.completeUpTo(step);
        try {
            RunCapture capture = checkpoint == null ? null : history.capture(checkpoint);
            if (capture != null) {
                history.clearOffers();
                replayLog.wentBack();
                schedule.rewound(capture.state().step());
            } else {
                publisher.notice(
                        SessionNotice.Kind.INFO, Message.of("session.history.nothingBefore", NumberText.grouped(step)));
            }
            return capture;
        } catch (IOException e) {
            publisher.notice(SessionNotice.Kind.PROBLEM, ErrorMessages.of(e));
            return null;
        }
    }

    /**
     * The way from the checkpoint that the run went back to up to the step that was asked for; none, and a notice, where the
     * steps between cannot be taken again exactly.
     *
     * @param from step of the checkpoint
     * @param step asked for; where the run never came so far, the last one of it
     * @param afterwards the rule to train on with; null to pause there
     */
    StepReplay replay(long from, long step, @Nullable StopRule afterwards) {
        long target = Math.min(step, history.lastStep());
        if (!history.isRepeatable(target)) {
            publisher.notice(
                    SessionNotice.Kind.INFO,
                    Message.of("session.history.unrepeatable", NumberText.grouped(target), NumberText.grouped(from)));
            target = from;
        }
        return new StepReplay(target, replayLog, afterwards);
    }

    @Override
    public void onStep(long step, double trainedSeconds, StepReport scores) {
        replayLog.taken(step, threads.getAsInt());
    }

    @Override
    public void onSpecChanged(TrainingRun run) {
        long step = run.trainer().stepsTaken();
        replayLog.changed(step, run.spec(), history.hasCheckpointsAfter(step));
    }

    @Override
    public void onWeightChanged(TrainingRun run, WeightEdit edit, float before) {
        long step = run.trainer().stepsTaken();
        replayLog.changed(step, edit, history.hasCheckpointsAfter(step));
    }

    @Override
    public void onDataChanged(TrainingRun run) {
        long step = run.trainer().stepsTaken();
        replayLog.changedData(step, run.data().id(), history.hasCheckpointsAfter(step));
    }

    /** Drops the checkpoints after the present step: they are of another future. */
    @Override
    public void onContinued(TrainingRun run, boolean running) {
        long step = run.trainer().stepsTaken();
        replayLog.continued(step);
        if (history.hasCheckpointsAfter(step)) {
            history.removeAfter(step);
        }
    }

    /** Renders the grid of a checkpoint as the preview would have. On the thread that reads the checkpoint. */
    private SampleGrid render(StoredCheckpoint checkpoint) {
        TrainingCommand.SetGrid wanted = grid;
        GanSpec spec = checkpoint.info().spec();
        SampleGridLayout layout =
                wanted.layout(spec, checkpoint.info().request().seed());
        Dataset known = Objects.requireNonNull(data, "no run had a grid yet");
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(checkpoint.state(), wanted.averaged() && spec.training().averagesWeights());
            return layout.fixedLatents(spec, known)
                    .render(probe, checkpoint.step(), spec.game().motion().at(checkpoint.step()), () -> {});
        }
    }

    @Override
    public void close() {
        worker.shutdown();
        history.close();
    }
}
