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
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** What the doctor says, in words, and what can be done about it with a click. FX thread. */
public final class DoctorViewModel implements SnapshotListener, FrameListener {

    private static final long PERIOD_NANOS = 200_000_000;

    private final TrainingSession desk;
    private final LiveTuningViewModel balance;
    private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>();
    private final Set<FailureMode> quiet = EnumSet.noneOf(FailureMode.class);
    private Diagnosis shown = Diagnosis.NONE;
    private int run = -1;
    private long step;
    private long nextLook = Long.MIN_VALUE;

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
    public record Words(Mood mood, String headline, String seen, String advice, List<Button> remedies) {}

    /**
     * One remedy.
     *
     * @param text on the button
     * @param hint what it does exactly
     * @param treatment what it is
     */
    public record Button(String text, String hint, SuggestedFix treatment) {}

    public DoctorViewModel(TrainingSession desk, LiveTuningViewModel balance) {
        this.desk = desk;
        this.balance = balance;
        words.set(waiting());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        step = snapshot.step();
        if (now != null && now.number() != run) {
            run = now.number();
            quiet.clear();
            tell(Diagnosis.NONE);
        }
    }

    @Override
    public void onFrame(long nanos) {
        if (nanos >= nextLook) {
            nextLook = nanos + PERIOD_NANOS;
            Diagnosis now = desk.diagnosis();
            if (!now.equals(shown)) {
                tell(now);
            }
        }
    }

    private void tell(Diagnosis now) {
        shown = now;
        SymptomReading finding = now.reading();
        if (now.step() < 0) {
            words.set(waiting());
        } else if (finding == null || quiet.contains(finding.failureMode())) {
            words.set(new Words(
                    Mood.WELL, Messages.text(finding == null ? "doctor.healthy" : "doctor.muted"), "", "", List.of()));
        } else {
            words.set(ill(now, finding));
        }
    }

    private static Words waiting() {
        return new Words(Mood.WAITING, Messages.text("doctor.waiting"), "", "", List.of());
    }

    private static Words ill(Diagnosis now, SymptomReading finding) {
        String ailment = "doctor." + finding.failureMode().name();
        return new Words(
                now.severe() ? Mood.SEVERE : Mood.ILL,
                Messages.text(ailment),
                Messages.text(
                        "doctor.symptom." + finding.symptom().name(),
                        figure(finding.symptom(), finding.value()),
                        figure(finding.symptom(), finding.threshold()),
                        NumberFormats.count(now.since())),
                Messages.text(ailment + ".try"),
                now.fixes().stream().map(DoctorViewModel::button).toList());
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
        if (treatment instanceof SuggestedFix.Change turn) {
            String key = "doctor.fix." + turn.fix().name();
            return new Button(Messages.text(key), Messages.text(key + ".hint"), treatment);
        }
        if (treatment instanceof SuggestedFix.GoBack back) {
            String moment = NumberFormats.count(back.step());
            return new Button(
                    Messages.text("doctor.rewind", moment), Messages.text("doctor.rewind.hint", moment), treatment);
        }
        return new Button(Messages.text("doctor.pause"), Messages.text("doctor.pause.hint"), treatment);
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Does what a button says. */
    public void treat(SuggestedFix treatment) {
        if (treatment instanceof SuggestedFix.Change turn) {
            balance.turn(
                    "doctor " + turn.fix(), spec -> turn.fix().applyTo(spec).orElse(spec));
        } else if (treatment instanceof SuggestedFix.GoBack back) {
            desk.submit(new TrainingCommand.GoBack(back.step()));
        } else {
            desk.submit(new TrainingCommand.Pause());
        }
    }

    /** Says no more of what is told now, for this run. */
    public void hush() {
        SymptomReading finding = shown.reading();
        if (finding != null) {
            quiet.add(finding.failureMode());
            tell(shown);
        }
    }

    /** The step on the screen, for whoever asks how old a diagnosis is. */
    long step() {
        return step;
    }
}
