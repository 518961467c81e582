package org.ganvas.cli.train;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CliNumbers;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.DataChange;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;

/**
 * One training command from its first step to its saved project. Training is split into segments, each up to the next
 * sample image or the next safety copy, so that both show exactly the step they name. Used by the command's own thread,
 * once.
 */
public final class TrainingJob {

    /** Training time between safety copies, which a power cut may cost. */
    private static final double SAFETY_SECONDS = 600;

    private static final int SAMPLE_PIXELS = 1024;
    private static final int SAMPLE_GAP = 2;

    private final CliContext context;
    private final TrainingPlan plan;
    private final TrainingSession session;
    private final SnapshotPoller poller;
    private final RunSaver saver;
    private final StopSignal stop;
    private final TrainingProgressReport progress;
    private final SideOutputs sideOutputs;
    private final SideOutput samples;
    private final SideOutput safetyCopies;
    private boolean segmentRan;
    private boolean segmentHadProblem;
    private boolean endedEarly;

    private TrainingJob(CliContext context, TrainingPlan plan, TrainingSession session, SideOutputs sideOutputs) {
        this.context = context;
        this.plan = plan;
        this.session = session;
        stop = context.stop();
        saver = new RunSaver(session, plan.extras(), plan.store());
        poller = new SnapshotPoller(context.environment(), session, stop);
        progress = context.progressReport();
        this.sideOutputs = sideOutputs;
        samples = sideOutputs.add("--samples");
        safetyCopies = new SideOutput(Message.verbatim("--out"));
    }

    /**
     * Loads, trains and saves a run; prints progress on standard error and one result line at the end.
     *
     * @throws CliException if the run cannot be loaded, or training fails
     * @throws ProjectException if an output cannot be written
     */
    public static void run(CliContext context, TrainingPlan plan) throws CliException, ProjectException {
        Path project = plan.project();
        if (project != null && !(plan.start() instanceof TrainingCommand.Restore)) {
            plan.store().remember(project);
        }
        SideOutputs sideOutputs = new SideOutputs();
        StepLogWriter log = StepLogWriter.open(plan.log(), plan.appendsLog(), sideOutputs.add("--log"));
        try (TrainingSession session = context.environment().openSession(plan.samples() != null)) {
            session.addListener(log);
            new TrainingJob(context, plan, session, sideOutputs).run();
        } finally {
            log.finish();
            sideOutputs.printNews(context.progressReport());
        }
        sideOutputs.requireComplete();
    }

    private void run() throws CliException, ProjectException {
        if (plan.pace() != TrainingCommand.SetPace.UNLIMITED) {
            session.submit(new TrainingCommand.SetPace(plan.pace()));
        }
        TrainingSnapshot now = new RunLoadStep(session, stop, poller, progress).load(plan.start());
        checkData(now);
        announce(now);
        writeSamples(now);
        double savedAt = now.trainedSeconds();
        while (canContinue(now)) {
            now = trainSegment(now, savedAt);
            writeSamples(now);
            if (now.trainedSeconds() - savedAt >= SAFETY_SECONDS && canContinue(now)) {
                saveSafetyCopy();
                savedAt = now.trainedSeconds();
            }
        }
        finish(now);
    }

    /** A copy that cannot be saved is tried again at the next interval, and at the end in any case. */
    private void saveSafetyCopy() {
        Path project = plan.project();
        if (project == null) {
            return;
        }
        if (safetyCopies.attempt(() -> saver.save(project))) {
            safetyCopies.recovered();
        }
        Message news = safetyCopies.news();
        if (news != null) {
            progress.print(news);
        }
    }

    /** A run on other data is another experiment, so it continues only if the user said so. */
    private void checkData(TrainingSnapshot now) throws CliException {
        RunInfo run = now.run();
        Optional<Message> change = run != null && plan.start() instanceof TrainingCommand.Restore restore
                ? DataChange.between(restore.capture().info(), run)
                : Optional.empty();
        if (change.isPresent() && !plan.acceptsChangedData()) {
            throw new CliException(Message.of("cli.train.dataRefused", change.get()));
        }
        change.ifPresent(what -> progress.print(Message.of("cli.train.dataChanged", what)));
    }

    private void announce(TrainingSnapshot now) {
        RunInfo run = now.run();
        if (run != null) {
            progress.print(beginning(run, now.step()));
        }
        if (now.notice() != null && now.notice().kind() == SessionNotice.Kind.INFO) {
            progress.print(RunLoadStep.message(now.notice()));
        }
        if (plan.project() == null) {
            progress.print(Message.of("cli.train.willNotSave"));
        }
    }

    private Message beginning(RunInfo run, long step) {
        String preset = run.request().presetId();
        Message size = size(run, NumberText.grouped(run.dataSize()));
        long seed = run.request().seed();
        return plan.target().countsSteps()
                ? Message.of(
                        "cli.train.beginUntil",
                        preset,
                        run.dataName(),
                        size,
                        seed,
                        NumberText.grouped(step),
                        NumberText.grouped(plan.target().end().step()))
                : Message.of("cli.train.begin", preset, run.dataName(), size, seed, NumberText.grouped(step));
    }

    private static Message size(RunInfo run, String count) {
        if (run.spec().image().isPoint()) {
            return run.dataSize() == 1 ? Message.of("cli.train.onePoint") : Message.of("cli.train.points", count);
        }
        return run.dataSize() == 1 ? Message.of("cli.train.oneImage") : Message.of("cli.train.images", count);
    }

    private boolean canContinue(TrainingSnapshot now) {
        StopRule end = plan.target().end();
        return !stop.requested()
                && !endedEarly
                && now.state().canStep()
                && !end.isMet(now.step(), now.trainedSeconds())
                && !end.isMet(session.metrics());
    }

    /** Trains to the next sample image, the next safety copy or the end, and returns when training has stopped there. */
    private TrainingSnapshot trainSegment(TrainingSnapshot now, double savedAt) {
        StopRule end = plan.target().end();
        long nextSample = plan.samples() == null ? Long.MAX_VALUE : SampleSchedule.after(now.step());
        StopRule rule = new StopRule(
                Math.min(end.step(), nextSample), Math.min(end.trainedSeconds(), savedAt + SAFETY_SECONDS), end.goal());
        session.submit(new TrainingCommand.Start(rule));
        segmentRan = false;
        segmentHadProblem = false;
        return poller.await(snapshot -> isSegmentOver(snapshot, rule), snapshot -> {
            progress.printThreads(snapshot.threads());
            progress.showTraining(snapshot, plan.target());
            printProblem(snapshot);
            sideOutputs.printNews(progress);
        });
    }

    /**
     * Whether training has stopped. The session may still show the pause before this segment, and a segment of one step
     * may never show RUNNING. The reason of a failure is published a moment after the failure.
     */
    private boolean isSegmentOver(TrainingSnapshot snapshot, StopRule rule) {
        segmentRan |= snapshot.state() == RunState.RUNNING;
        return switch (snapshot.state()) {
            case FAILED -> poller.hasNewProblem(snapshot);
            case CLOSED -> true;
            case PAUSED ->
                pausedEarly(snapshot, rule) || segmentRan || rule.isMet(snapshot.step(), snapshot.trainedSeconds());
            default -> false;
        };
    }

    /** Steps that cannot be taken leave the run at the last good one, where another try would end the same way. */
    private boolean pausedEarly(TrainingSnapshot snapshot, StopRule rule) {
        boolean atEnd = rule.isMet(snapshot.step(), snapshot.trainedSeconds()) || rule.isMet(session.metrics());
        endedEarly |= segmentHadProblem && !atEnd;
        return endedEarly;
    }

    private void printProblem(TrainingSnapshot snapshot) {
        if (poller.hasNewProblem(snapshot) && snapshot.state() != RunState.FAILED) {
            progress.print(RunLoadStep.message(snapshot.notice()));
            poller.markReported(snapshot);
            segmentHadProblem = true;
        }
    }

    private void writeSamples(TrainingSnapshot now) {
        Path folder = plan.samples();
        RunInfo run = now.run();
        if (folder == null || run == null || stop.requested() || !now.state().canStep()) {
            return;
        }
        TrainingSnapshot shown = showsStep(now, now.step())
                ? now
                : poller.await(
                        snapshot -> showsStep(snapshot, now.step()) || poller.hasNewProblem(snapshot), snapshot -> {});
        SampleGrid grid = shown.generated();
        if (grid != null && grid.step() == now.step()) {
            Path file = folder.resolve(String.format(Locale.ROOT, "step-%08d.png", grid.step()));
            samples.attempt(() -> export(grid, shown.real(), run, file));
            sideOutputs.printNews(progress);
        }
    }

    private static void export(SampleGrid grid, @Nullable SampleGrid real, RunInfo run, Path file)
            throws ProjectException {
        Map<String, String> texts = ImageProvenance.of(run, grid.step());
        if (grid.shape().isPoint()) {
            ScatterExport.save(
                    ScatterOutput.of(
                            grid.pixels(),
                            real == null ? new float[0] : real.at(grid.place()).pixels(),
                            run.pointTransform()),
                    SAMPLE_PIXELS,
                    texts,
                    file);
        } else {
            ImageExport.save(grid, ContactSheetStyle.fitting(grid, SAMPLE_GAP, SAMPLE_PIXELS), texts, file);
        }
    }

    private static boolean showsStep(TrainingSnapshot snapshot, long step) {
        return snapshot.generated() != null && snapshot.generated().step() == step;
    }

    private void finish(TrainingSnapshot now) throws CliException, ProjectException {
        if (stop.requested()) {
            session.submit(new TrainingCommand.Pause());
        }
        progress.clear();
        Path project = plan.project();
        if (endedEarly) {
            if (project == null) {
                throw new CliException(Message.of("cli.train.endedEarly", NumberText.grouped(now.step())));
            }
            saver.saveOrRescue(project);
            throw new CliException(Message.of("cli.train.endedEarlySaved", NumberText.grouped(now.step()), project));
        }
        if (now.state() == RunState.FAILED) {
            Message reason = RunLoadStep.message(now.notice());
            throw new CliException(project == null ? reason : saveFailed(project, reason));
        }
        if (project == null) {
            printResult(now.step(), now.trainedSeconds(), Message.of("cli.train.notSaved"), now.scores());
        } else {
            RunCapture saved = saver.saveOrRescue(project);
            Message place = Message.of("cli.train.savedTo", project);
            printResult(saved.state().step(), saved.trainedSeconds(), place, now.scores());
        }
    }

    /** Saves a run whose numbers diverged beside the project, so that it does not replace one that is sound. */
    private Message saveFailed(Path project, Message reason) throws ProjectException {
        Path place = RunSaver.besideFor(project, "-failed");
        try {
            saver.saveOrRescue(place);
            return Message.of("cli.train.failedSaved", reason, place);
        } catch (CliException e) {
            return Message.of("cli.train.failedRescued", reason, e.message());
        }
    }

    private void printResult(long step, double seconds, Message place, @Nullable StepReport scores) {
        String time = CliNumbers.fixed(seconds, 1);
        Message result = stop.requested()
                ? Message.of("cli.train.stopped", NumberText.grouped(step), time, place)
                : Message.of("cli.train.done", NumberText.grouped(step), time, place);
        context.printResult(
                scores == null
                        ? Message.of("cli.train.result", result)
                        : Message.of(
                                "cli.train.resultWithScores",
                                result,
                                String.join(" ", TrainingProgressReport.scores(scores))));
        context.out().flush();
    }
}
