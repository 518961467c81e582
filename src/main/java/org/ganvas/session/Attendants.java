package org.ganvas.session;

import java.util.function.Consumer;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.session.beside.Sideline;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.Doctor;
import org.ganvas.session.doctor.Rounds;
import org.ganvas.session.measure.FeatureNets;
import org.ganvas.session.measure.Measuring;
import org.ganvas.session.run.MeasureLog;
import org.jspecify.annotations.Nullable;

/**
 * Who looks on while a run trains: the doctor and whoever measures, each on a thread of its own. Told by the training
 * thread; what they say is read on any.
 */
final class Attendants implements AutoCloseable {

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
    private FeatureNets nets = FeatureNets.NONE;
    private @Nullable Sideline measuring;
    private @Nullable Sideline doctoring;
    private volatile MeasureLog measures = new MeasureLog();
    private volatile Diagnosis diagnosis = Diagnosis.NONE;
    private volatile @Nullable LoadedRun looked;
    private volatile @Nullable GanSpec spec;
    private volatile boolean diverged;
    private double patience;
    private double period = TrainingCommand.SetMeasuring.USUAL_SECONDS;

    /**
     * @param measured hears that something was measured, on the measure thread
     * @param refused hears in a sentence why nothing can be
     * @param failed hears of an error that would otherwise be lost
     */
    Attendants(Runnable measured, Consumer<String> refused, Consumer<Throwable> failed) {
        this.measured = measured;
        this.refused = refused;
        this.failed = failed;
    }

    /** They look on from now on. */
    void begin(FeatureNets through) {
        nets = through;
        measuring = new Sideline("measure", true, MEASURING, failed);
        doctoring = new Sideline("doctor", false, DOCTORING, failed);
        doctoring.setPeriod(DOCTOR_SECONDS);
        setPeriod(period);
        LoadedRun run = looked;
        if (run != null) {
            use(run);
        }
    }

    /** Another run, or the same at another moment. */
    void use(LoadedRun run) {
        LoadedRun before = looked;
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
            boolean possible = points || nets != FeatureNets.NONE;
            measuring.use(possible ? new Measuring(run.spec(), run.data(), nets, measures, measured, refused) : null);
            doctoring.use(new Rounds(() -> specOf(run), run.data(), run.pulse(), told -> tell(told, run)));
        }
    }

    private GanSpec specOf(LoadedRun run) {
        GanSpec now = spec;
        return now == null ? run.info().spec() : now;
    }

    private void tell(Diagnosis told, LoadedRun run) {
        if (looked == run && !diverged) {
            diagnosis = told;
        }
    }

    /** Lets the run go on under another spec; says why if it cannot. */
    void adjust(LoadedRun run, GanSpec changed) {
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
    void offer(LoadedRun run, boolean last) {
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
    void diverged(LoadedRun run, long badStep) {
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

    MeasureLog measures() {
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
