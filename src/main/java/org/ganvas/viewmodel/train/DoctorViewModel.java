package org.ganvas.viewmodel.train;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.SuggestedFix;
import org.ganvas.session.doctor.Symptom;
import org.ganvas.session.doctor.SymptomReading;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** What the doctor says, in words, and what can be done about it with a click. FX thread. */
public final class DoctorViewModel {

    private static final long PERIOD_NANOS = 200_000_000;

    private final TrainingSession session;
    private final LiveTuningViewModel tuning;
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>();
    private final Set<FailureMode> muted = EnumSet.noneOf(FailureMode.class);
    private Diagnosis shown = Diagnosis.NONE;
    private int run = -1;
    private long step;
    private long nextUpdate = Long.MIN_VALUE;

    /** How it is meant. */
    public enum Mood {
        WAITING,
        WELL,
        ILL,
        SEVERE
    }

    /**
     * All that the card says.
     *
     * @param mood how it is meant
     * @param headline one plain sentence
     * @param seen the figure that says so; empty where all is well
     * @param advice what to try; empty where all is well
     * @param remedies what a click does
     */
    public record Report(Mood mood, String headline, String seen, String advice, List<Button> remedies) {}

    /**
     * One remedy.
     *
     * @param text on the button
     * @param hint what it does exactly
     * @param treatment what it is
     */
    public record Button(String text, String hint, SuggestedFix treatment) {}

    public DoctorViewModel(TrainingSession desk, LiveTuningViewModel balance) {
        this.session = desk;
        this.tuning = balance;
        report.set(waiting());
    }

    public void show(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        step = snapshot.step();
        if (now != null && now.number() != run) {
            run = now.number();
            muted.clear();
            update(Diagnosis.NONE);
        }
    }

    public void pulse(long nanos) {
        if (nanos >= nextUpdate) {
            nextUpdate = nanos + PERIOD_NANOS;
            Diagnosis now = session.diagnosis();
            if (!now.equals(shown)) {
                update(now);
            }
        }
    }

    private void update(Diagnosis now) {
        shown = now;
        SymptomReading finding = now.finding();
        if (now.step() < 0) {
            report.set(waiting());
        } else if (finding == null || muted.contains(finding.ailment())) {
            report.set(new Report(
                    Mood.WELL, Messages.text(finding == null ? "doctor.well" : "doctor.quiet"), "", "", List.of()));
        } else {
            report.set(problem(now, finding));
        }
    }

    private static Report waiting() {
        return new Report(Mood.WAITING, Messages.text("doctor.waiting"), "", "", List.of());
    }

    private static Report problem(Diagnosis now, SymptomReading finding) {
        String ailment = "doctor." + finding.ailment().name();
        return new Report(
                now.severe() ? Mood.SEVERE : Mood.ILL,
                Messages.text(ailment),
                Messages.text(
                        "doctor.sign." + finding.sign().name(),
                        figure(finding.sign(), finding.figure()),
                        figure(finding.sign(), finding.threshold()),
                        NumberFormats.count(now.since())),
                Messages.text(ailment + ".try"),
                now.treatments().stream().map(DoctorViewModel::button).toList());
    }

    private static String figure(Symptom sign, double value) {
        return switch (sign.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%.0f %%", 100 * value);
            case TIMES -> String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
            case NUMBER -> String.format(Locale.ROOT, "%.2g", value);
            case STEP -> NumberFormats.count((long) value);
        };
    }

    private static Button button(SuggestedFix treatment) {
        if (treatment instanceof SuggestedFix.Turn turn) {
            String key = "doctor.advice." + turn.advice().name();
            return new Button(Messages.text(key), Messages.text(key + ".hint"), treatment);
        }
        if (treatment instanceof SuggestedFix.GoBack back) {
            String moment = NumberFormats.count(back.step());
            return new Button(
                    Messages.text("doctor.goBack", moment), Messages.text("doctor.goBack.hint", moment), treatment);
        }
        return new Button(Messages.text("doctor.pause"), Messages.text("doctor.pause.hint"), treatment);
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Does what a button says. */
    public void apply(SuggestedFix treatment) {
        if (treatment instanceof SuggestedFix.Turn turn) {
            tuning.change(
                    new UndoKey("doctor.advice." + turn.advice(), turn.advice()),
                    spec -> turn.advice().of(spec).orElse(spec));
        } else if (treatment instanceof SuggestedFix.GoBack back) {
            session.submit(new TrainingCommand.GoBack(back.step()));
        } else {
            session.submit(new TrainingCommand.Pause());
        }
    }

    /** Says no more of what is told now, for this run. */
    public void mute() {
        SymptomReading finding = shown.finding();
        if (finding != null) {
            muted.add(finding.ailment());
            update(shown);
        }
    }

    /** The step on the screen, for whoever asks how old a diagnosis is. */
    long step() {
        return step;
    }
}
