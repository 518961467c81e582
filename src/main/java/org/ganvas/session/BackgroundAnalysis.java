package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.session.background.BudgetedWorker;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.DiagnosisTask;
import org.ganvas.session.doctor.Doctor;
import org.ganvas.session.evaluation.EvaluationTask;
import org.ganvas.session.evaluation.FeatureNetworkProvider;
import org.ganvas.session.run.MetricLog;
import org.jspecify.annotations.Nullable;

/**
 * Who looks on while a run trains: the doctor and whoever measures, each on a thread of its own. Told by the training
 * thread; what they say is read on any.
 */
final class BackgroundAnalysis implements AutoCloseable {

    /** Share of one core for measuring, and for the doctor. */
    private static final double MEASURING = 0.05;

    private static final double DOCTORING = 0.03;

    /** From look to look at least. */
    private static final double DOCTOR_SECONDS = 0.15;

    /** Training time before the first measure of pictures: the first minute belongs to training alone. */
    private static final double PATIENCE = 60;

    private final Runnable measured;
    private final Consumer<String> refused;
    private final Consumer<Throwable> failed;
    private FeatureNetworkProvider nets = FeatureNetworkProvider.NONE;
    private @Nullable BudgetedWorker measuring;
    private @Nullable BudgetedWorker doctoring;
    private volatile MetricLog measures = new MetricLog();
    private volatile Diagnosis diagnosis = Diagnosis.NONE;
    private volatile @Nullable TrainingRun looked;
    private volatile @Nullable GanSpec spec;
    private volatile boolean diverged;
    private double patience;
    private double period = TrainingCommand.SetEvaluationPeriod.DEFAULT_SECONDS;

    /**
     * @param measured hears that something was measured, on the measure thread
     * @param refused hears in a sentence why nothing can be
     * @param failed hears of an error that would otherwise be lost
     */
    BackgroundAnalysis(Runnable measured, Consumer<String> refused, Consumer<Throwable> failed) {
        this.measured = measured;
        this.refused = refused;
        this.failed = failed;
    }

    /** They look on from now on. */
    void begin(FeatureNetworkProvider through) {
        nets = through;
        measuring = new BudgetedWorker("measure", true, MEASURING, failed);
        doctoring = new BudgetedWorker("doctor", false, DOCTORING, failed);
        doctoring.setPeriod(DOCTOR_SECONDS);
        setPeriod(period);
        TrainingRun run = looked;
        if (run != null) {
            use(run);
        }
    }

    /** Another run, or the same at another moment. */
    void use(TrainingRun run) {
        TrainingRun before = looked;
        if (before != null
                && before != run
                && before.info().number() == run.info().number()) {
            run.remember(before.measures());
        }
        looked = run;
        measures = run.measures();
        diagnosis = Diagnosis.NONE;
        diverged = false;
        spec = run.spec();
        boolean points = run.spec().image().isPoint();
        patience = points ? 0 : PATIENCE;
        if (measuring != null && doctoring != null) {
            boolean possible = points || nets != FeatureNetworkProvider.NONE;
            measuring.use(
                    possible ? new EvaluationTask(run.spec(), run.data(), nets, measures, measured, refused) : null);
            doctoring.use(new DiagnosisTask(() -> specOf(run), run.data(), run.pulse(), told -> tell(told, run)));
        }
    }

    private GanSpec specOf(TrainingRun run) {
        GanSpec now = spec;
        return now == null ? run.info().spec() : now;
    }

    private void tell(Diagnosis told, TrainingRun run) {
        if (looked == run && !diverged) {
            diagnosis = told;
        }
    }

    /** Lets the run go on under another spec; says why if it cannot. */
    void adjust(TrainingRun run, GanSpec changed) {
        try {
            run.adjust(changed);
            spec = changed;
        } catch (SpecException e) {
            refused.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Training begins, or begins again. */
    void started() {
        diverged = false;
    }

    /**
     * Offers the generator as it is now.
     *
     * @param last whether training rests now, so that no later offer comes soon
     */
    void offer(TrainingRun run, boolean last) {
        if (measuring == null || doctoring == null) {
            return;
        }
        if (period > 0 && run.trainedSeconds() >= patience) {
            boolean due = last && run.trainer().stepsTaken() > measures.lastStep();
            measuring.offer(run.trainer(), run.trainedSeconds(), due);
        }
        doctoring.offer(run.trainer(), run.trainedSeconds(), false);
    }

    /** A step could not be made, and the run went back to the last good one. */
    void diverged(TrainingRun run, long badStep) {
        diverged = true;
        diagnosis = Doctor.diverged(run.spec(), badStep, run.trainer().stepsTaken());
    }

    /** @param seconds from one measuring to the next, at least; 0 for never */
    void setPeriod(double seconds) {
        period = seconds;
        if (seconds > 0 && measuring != null) {
            measuring.setPeriod(seconds);
        }
    }

    MetricLog measures() {
        return measures;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    @Override
    public void close() {
        if (measuring != null && doctoring != null) {
            measuring.close();
            doctoring.close();
        }
    }
}
