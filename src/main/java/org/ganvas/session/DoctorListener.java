package org.ganvas.session;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.message.Message;
import org.ganvas.session.background.BudgetedWorker;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.DiagnosisTask;
import org.ganvas.session.doctor.Doctor;
import org.ganvas.session.doctor.SpecChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the doctor with copies of the generator, and holds its latest diagnosis. The training thread's; the diagnosis
 * is written on the {@code doctor} thread as well and may be read on any.
 */
final class DoctorListener implements TrainingListener, AutoCloseable {

    /** Share of one core. */
    private static final double SHARE = 0.03;

    /** From one diagnosis to the next, at least. */
    private static final double PERIOD_SECONDS = 0.15;

    private final ProblemReporter problems;
    private @Nullable BudgetedWorker worker;
    private volatile Diagnosis diagnosis = Diagnosis.NONE;
    private volatile @Nullable TrainingRun diagnosed;
    private volatile @Nullable GanSpec spec;
    private volatile SpecChangeLog changes = new SpecChangeLog();
    private volatile boolean diverged;

    /** Whether the run has trained since it was loaded. */
    private volatile boolean watched;

    DoctorListener(ProblemReporter problems) {
        this.problems = problems;
    }

    /** Diagnoses the runs from now on. */
    void start() {
        worker = new BudgetedWorker(
                "doctor", false, SHARE, error -> problems.report(Message.of("session.failed.diagnosis"), error));
        worker.setPeriod(PERIOD_SECONDS);
        TrainingRun run = diagnosed;
        if (run != null) {
            onRunLoaded(run, true);
        }
    }

    @Override
    public void onRunLoaded(TrainingRun run, boolean sameRun) {
        diagnosed = run;
        diagnosis = Diagnosis.NONE;
        diverged = false;
        watched = false;
        spec = run.spec();
        SpecChangeLog changesOfRun = sameRun ? changes : new SpecChangeLog();
        changes = changesOfRun;
        if (worker != null) {
            worker.setTask(new DiagnosisTask(
                    () -> currentSpec(run),
                    changesOfRun::upTo,
                    run.data(),
                    run.statistics(),
                    newest -> update(newest, run)));
            if (run.trainer().stepsTaken() > 0) {
                // Of no verdict yet, but what changes of settings are compared with.
                worker.offer(run.trainer(), run.trainedSeconds(), true);
            }
        }
    }

    private GanSpec currentSpec(TrainingRun run) {
        GanSpec now = spec;
        return now == null ? run.info().spec() : now;
    }

    private void update(Diagnosis newest, TrainingRun run) {
        if (diagnosed == run && !diverged && watched) {
            diagnosis = newest;
        }
    }

    @Override
    public void onSpecChanged(TrainingRun run) {
        changes.removeAfter(run.trainer().stepsTaken());
        changes.add(currentSpec(run), run.spec(), run.trainer().stepsTaken(), run.trainedSeconds());
        spec = run.spec();
    }

    @Override
    public void onWeightChanged(TrainingRun run, WeightEdit edit, float before) {
        changes.removeAfter(run.trainer().stepsTaken());
        changes.add(edit, before, run.spec(), run.trainer().stepsTaken(), run.trainedSeconds());
    }

    @Override
    public void onContinued(TrainingRun run, boolean running) {
        changes.removeAfter(run.trainer().stepsTaken());
        if (running) {
            diverged = false;
        }
    }

    @Override
    public void onWeights(TrainingRun run, boolean paused) {
        // Steps that are taken again change settings as they did before, without a word.
        spec = run.spec();
        watched = true;
        if (worker != null) {
            worker.offer(run.trainer(), run.trainedSeconds(), false);
        }
    }

    @Override
    public void onDiverged(TrainingRun run, long failedStep) {
        diverged = true;
        diagnosis = Doctor.diverged(run.spec(), failedStep, run.trainer().stepsTaken());
    }

    /** The latest diagnosis of the run. Any thread. */
    Diagnosis diagnosis() {
        return diagnosis;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
