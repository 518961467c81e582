package org.ganvas.cli.train;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;

/**
 * One training command from its first step to its saved project. Training goes in legs: to the next picture or the next
 * safety copy, so both show exactly the step they name. Used by the command's own thread, once.
 */
public final class TrainingJob {

    /** Between safety copies: what a power cut may cost. */
    private static final double SAFETY_SECONDS = 600;

    private static final int SAMPLE_PIXELS = 1024;
    private static final int SAMPLE_GAP = 2;

    private final CliContext context;
    private final TrainingPlan plan;
    private final TrainingSession desk;
    private final SnapshotPoller watch;
    private final RunSaver saver;
    private final StopSignal stop;
    private final TrainingProgressReport progress;
    private boolean ranInThisLeg;
    private boolean problemInThisLeg;
    private boolean broken;

    private TrainingJob(CliContext context, TrainingPlan plan, TrainingSession desk) {
        this.context = context;
        this.plan = plan;
        this.desk = desk;
        stop = context.stop();
        saver = new RunSaver(desk, plan.extras());
        watch = new SnapshotPoller(context.environment(), desk, stop);
        progress =
                new TrainingProgressReport(context.err(), context.environment().terminal());
    }

    /** Loads, trains and saves; says on the way how it stands and at the end where it is. */
    public static void run(CliContext context, TrainingPlan plan) throws CliException, ProjectException {
        StepLogWriter log = StepLogWriter.open(plan.log(), plan.goesOn());
        try (TrainingSession desk = context.environment().openSession(plan.samples() != null)) {
            desk.addListener(log);
            new TrainingJob(context, plan, desk).run();
        } finally {
            log.finish();
        }
    }

    private void run() throws CliException, ProjectException {
        TrainingSnapshot now = new RunLoadStep(desk, stop, watch, progress).load(plan.begin());
        announce(now);
        draw(now);
        double saved = now.trainedSeconds();
        while (canGoOn(now)) {
            now = leg(now, saved);
            draw(now);
            if (now.trainedSeconds() - saved >= SAFETY_SECONDS && canGoOn(now)) {
                saveCopy();
                saved = now.trainedSeconds();
            }
        }
        finish(now);
    }

    private void saveCopy() throws CliException {
        if (plan.project() == null) {
            return;
        }
        try {
            saver.save(plan.project());
        } catch (ProjectException e) {
            progress.say(e.getMessage());
        }
    }

    private void announce(TrainingSnapshot now) {
        RunInfo run = now.run();
        if (run != null) {
            progress.say(String.format(
                    Locale.ROOT,
                    "Training '%s' on %s (%,d %s), seed %d, from step %,d%s.",
                    run.request().presetId(),
                    run.dataName(),
                    run.dataSize(),
                    run.spec().image().isPoint() ? "points" : "pictures",
                    run.request().seed(),
                    now.step(),
                    plan.goal().countsSteps()
                            ? String.format(
                                    Locale.ROOT, " to %,d", plan.goal().end().step())
                            : ""));
        }
        if (run != null
                && plan.begin() instanceof TrainingCommand.Restore restore
                && restore.capture().info().dataSize() != run.dataSize()) {
            progress.say(
                    "The data is not what it was when this project was saved (%,d pictures then): training goes on, but not exactly as it would have."
                            .formatted(restore.capture().info().dataSize()));
        }
        if (now.notice() != null && now.notice().kind() == SessionNotice.Kind.INFO) {
            progress.say(RunLoadStep.text(now.notice()));
        }
        if (plan.project() == null) {
            progress.say("Nothing will be saved, because there is no --out FILE.ganvas.");
        }
    }

    private boolean canGoOn(TrainingSnapshot now) {
        StopRule end = plan.goal().end();
        return !stop.requested()
                && !broken
                && now.state().canStep()
                && !end.isMet(now.step(), now.trainedSeconds())
                && !end.isMet(desk.metrics());
    }

    /** Trains to the next picture, the next safety copy or the end, and returns when training stands. */
    private TrainingSnapshot leg(TrainingSnapshot now, double saved) {
        StopRule end = plan.goal().end();
        long nextSample = plan.samples() == null ? Long.MAX_VALUE : SampleSchedule.after(now.step());
        StopRule rule = new StopRule(
                Math.min(end.step(), nextSample), Math.min(end.trainedSeconds(), saved + SAFETY_SECONDS), end.goal());
        desk.submit(new TrainingCommand.Start(rule));
        ranInThisLeg = false;
        problemInThisLeg = false;
        return watch.await(seen -> stands(seen, rule), seen -> {
            progress.threads(seen.threads());
            progress.training(seen, plan.goal());
            tellProblem(seen);
        });
    }

    /**
     * The desk may still show the pause before this leg, and a leg of one step may never show RUNNING. The reason of a
     * failure comes a moment after the failure.
     */
    private boolean stands(TrainingSnapshot seen, StopRule rule) {
        ranInThisLeg |= seen.state() == RunState.RUNNING;
        return switch (seen.state()) {
            case FAILED -> watch.newProblem(seen);
            case CLOSED -> true;
            case PAUSED -> pausedEarly(seen, rule) || ranInThisLeg || rule.isMet(seen.step(), seen.trainedSeconds());
            default -> false;
        };
    }

    /** Steps that cannot be made leave the run at the last good one, where trying again would end the same way. */
    private boolean pausedEarly(TrainingSnapshot seen, StopRule rule) {
        boolean atEnd = rule.isMet(seen.step(), seen.trainedSeconds()) || rule.isMet(desk.metrics());
        broken |= problemInThisLeg && !atEnd;
        return broken;
    }

    private void tellProblem(TrainingSnapshot seen) {
        if (watch.newProblem(seen) && seen.state() != RunState.FAILED) {
            progress.say(RunLoadStep.text(seen.notice()));
            watch.told(seen);
            problemInThisLeg = true;
        }
    }

    private void draw(TrainingSnapshot now) throws ProjectException {
        Path folder = plan.samples();
        RunInfo run = now.run();
        if (folder == null || run == null || stop.requested() || !now.state().canStep()) {
            return;
        }
        TrainingSnapshot drawn = shows(now, now.step())
                ? now
                : watch.await(seen -> shows(seen, now.step()) || watch.newProblem(seen), seen -> {});
        SampleGrid grid = drawn.generated();
        if (grid != null && grid.step() == now.step()) {
            Path file = folder.resolve(String.format(Locale.ROOT, "step-%08d.png", grid.step()));
            export(grid, drawn.real(), ImageProvenance.of(run, grid.step()), file);
        }
    }

    private static void export(SampleGrid grid, @Nullable SampleGrid real, Map<String, String> texts, Path file)
            throws ProjectException {
        if (grid.shape().isPoint()) {
            ScatterExport.save(
                    ScatterOutput.of(grid.pixels(), real == null ? new float[0] : real.pixels()),
                    SAMPLE_PIXELS,
                    texts,
                    file);
        } else {
            ImageExport.save(grid, ContactSheetStyle.fitting(grid, SAMPLE_GAP, SAMPLE_PIXELS), texts, file);
        }
    }

    private static boolean shows(TrainingSnapshot snapshot, long step) {
        return snapshot.generated() != null && snapshot.generated().step() == step;
    }

    private void finish(TrainingSnapshot now) throws CliException, ProjectException {
        if (stop.requested()) {
            desk.submit(new TrainingCommand.Pause());
        }
        progress.clear();
        Path project = plan.project();
        if (broken) {
            throw new CliException("Training ended early at step %,d%s."
                    .formatted(now.step(), project == null ? "" : ", saved to " + saveSound(project)));
        }
        if (now.state() == RunState.FAILED) {
            throw new CliException(RunLoadStep.text(now.notice()) + (project == null ? "" : " " + saveFailed(project)));
        }
        String start = stop.requested() ? "Stopped" : "Done";
        if (project == null) {
            tell(start, now.step(), now.trainedSeconds(), "nothing was saved", now.scores());
        } else {
            RunCapture saved = saver.saveOrRescue(project);
            tell(start, saved.state().step(), saved.trainedSeconds(), "saved to " + project, now.scores());
        }
    }

    private Path saveSound(Path project) throws CliException, ProjectException {
        saver.saveOrRescue(project);
        return project;
    }

    /** A run whose numbers blew up must not take the place of one that is sound. */
    private String saveFailed(Path project) throws CliException, ProjectException {
        Path place = RunSaver.besideFor(project);
        saver.save(place);
        return "The run up to there was saved to " + place + ".";
    }

    private void tell(String start, long step, double seconds, String where, @Nullable StepReport scores) {
        context.out()
                .println(String.format(
                                Locale.ROOT, "%s at step %,d after %.1f s of training, %s", start, step, seconds, where)
                        + (scores == null
                                ? "."
                                : ": " + String.join(" ", TrainingProgressReport.scores(scores)) + "."));
        context.out().flush();
    }
}
