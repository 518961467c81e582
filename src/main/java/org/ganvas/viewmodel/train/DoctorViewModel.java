package org.ganvas.viewmodel.train;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.doctor.Diagnosis;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.doctor.SpecChange;
import org.ganvas.session.doctor.SuggestedFix;
import org.ganvas.session.doctor.Symptom;
import org.ganvas.session.doctor.SymptomReading;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.text.ChangeNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Diagnosis of the run in words, with the fixes that a click applies. FX thread. */
public final class DoctorViewModel implements SnapshotListener, FrameListener {

    private static final long PERIOD_NANOS = 200_000_000;
    private static final int MORE_DIGITS = 3;

    private final TrainingSession session;
    private final LiveTuningViewModel tuning;
    private final LongConsumer wayBack;
    private final Runnable pause;
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>();
    private final Set<FailureMode> muted = EnumSet.noneOf(FailureMode.class);
    private Diagnosis shown = Diagnosis.NONE;
    private int run = -1;
    private boolean critic;
    private long step;
    private long nextUpdate = Long.MIN_VALUE;

    /** Severities. */
    public enum Severity {
        WAITING,
        WELL,
        ILL,
        SEVERE
    }

    /**
     * Texts of the card.
     *
     * @param severity of the diagnosis
     * @param headline one sentence
     * @param cause the change of a setting that is the likely cause; empty where none is
     * @param evidence the figure behind it, or of a healthy run what could worry; may be empty where training is healthy
     * @param advice what to try; empty where training is healthy
     * @param fixes buttons
     */
    public record Report(
            Severity severity, String headline, String cause, String evidence, String advice, List<Button> fixes) {}

    /**
     * Button of one fix.
     *
     * @param text on the button
     * @param hint its exact effect
     * @param fix what it applies
     */
    public record Button(String text, String hint, SuggestedFix fix) {}

    /**
     * @param wayBack takes the run back to a step, after a question if steps would be lost
     * @param pause pauses the run
     */
    public DoctorViewModel(TrainingSession session, LiveTuningViewModel tuning, LongConsumer wayBack, Runnable pause) {
        this.session = session;
        this.tuning = tuning;
        this.wayBack = wayBack;
        this.pause = pause;
        report.set(waiting(Messages.text("doctor.waiting")));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        step = snapshot.step();
        if (now != null && now.number() != run) {
            run = now.number();
            critic = now.spec().loss().estimatesDistance();
            muted.clear();
            update(Diagnosis.NONE);
        }
    }

    @Override
    public void onFrame(long nanos) {
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
        SymptomReading reading = now.reading();
        if (now.step() < 0) {
            report.set(waiting(Messages.text("doctor.waiting")));
        } else if (now.isTooEarly()) {
            report.set(waiting(Messages.text("doctor.early", NumberFormats.count(Diagnosis.stepsNeeded()))));
        } else if (reading == null) {
            report.set(well(now));
        } else if (muted.contains(reading.failureMode())) {
            report.set(new Report(Severity.WELL, Messages.text("doctor.muted"), "", "", "", List.of()));
        } else {
            report.set(problem(now, reading));
        }
    }

    private static Report waiting(String reason) {
        return new Report(Severity.WAITING, reason, "", "", "", List.of());
    }

    /** Of points also why curves that go up and down are no reason to worry. */
    private static Report well(Diagnosis now) {
        return now.allModes()
                ? new Report(
                        Severity.WELL,
                        Messages.text("doctor.healthy.modes"),
                        "",
                        Messages.text("doctor.healthy.modes.text"),
                        "",
                        List.of())
                : new Report(Severity.WELL, Messages.text("doctor.healthy"), "", "", "", List.of());
    }

    /** A project that was opened holds no networks of earlier steps to go back to. */
    private boolean isPossible(SuggestedFix fix) {
        return !(fix instanceof SuggestedFix.GoBack back)
                || session.history().checkpoints().stream()
                        .anyMatch(one -> one.complete() && one.step() <= back.step());
    }

    private Report problem(Diagnosis now, SymptomReading reading) {
        String mode = "doctor." + reading.failureMode().name();
        return new Report(
                now.severe() ? Severity.SEVERE : Severity.ILL,
                Messages.text(mode),
                cause(now.cause()),
                Messages.text(
                        "doctor.symptom." + reading.symptom().name(),
                        value(reading),
                        figure(reading.symptom(), reading.threshold(), 0),
                        NumberFormats.count(now.since())),
                Messages.text(mode + advice(reading.failureMode())),
                now.fixes().stream()
                        .filter(this::isPossible)
                        .map(DoctorViewModel::button)
                        .toList());
    }

    /** The gradient of a critic vanishes where it is flat, not where it wins. */
    private String advice(FailureMode mode) {
        return critic && mode == FailureMode.VANISHING_GRADIENT ? ".critic" : ".try";
    }

    private static String cause(@Nullable SpecChange change) {
        return change == null
                ? ""
                : Messages.text(
                        "doctor.cause",
                        settingName(change),
                        ChangeNames.value(change.key(), change.before()),
                        ChangeNames.value(change.key(), change.after()),
                        NumberFormats.count(change.step()));
    }

    private static String settingName(SpecChange change) {
        return ChangeNames.of(change.key());
    }

    /** A value with the digits that tell it from its threshold. */
    private static String value(SymptomReading reading) {
        int more = 0;
        while (more < MORE_DIGITS
                && figure(reading.symptom(), reading.value(), more)
                        .equals(figure(reading.symptom(), reading.threshold(), more))) {
            more++;
        }
        return figure(reading.symptom(), reading.value(), more);
    }

    /** @param more digits than usual */
    private static String figure(Symptom symptom, double value, int more) {
        String text = switch (symptom.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%." + more + "f %%", 100 * value);
            case TIMES -> String.format(Locale.ROOT, "%." + ((value < 10 ? 2 : 0) + more) + "f", value);
            case NUMBER -> String.format(Locale.ROOT, "%." + (2 + more) + "g", value);
            case STEP -> NumberFormats.count((long) value);
        };
        return text.replace('-', '−');
    }

    private static Button button(SuggestedFix fix) {
        if (fix instanceof SuggestedFix.Change change) {
            String key = "doctor.fix." + change.fix().name();
            return new Button(Messages.text(key), Messages.text(key + ".hint"), fix);
        }
        if (fix instanceof SuggestedFix.UndoChange undo) {
            String name = settingName(undo.change());
            String before = ChangeNames.value(undo.change().key(), undo.change().before());
            return new Button(
                    Messages.text("doctor.undo", name, before),
                    Messages.text(
                            "doctor.undo.hint",
                            name,
                            before,
                            NumberFormats.count(undo.change().step())),
                    fix);
        }
        if (fix instanceof SuggestedFix.GoBack back) {
            String step = NumberFormats.count(back.step());
            return new Button(Messages.text("doctor.rewind", step), Messages.text("doctor.rewind.hint", step), fix);
        }
        return new Button(Messages.text("doctor.pause"), Messages.text("doctor.pause.hint"), fix);
    }

    /** Formats the report again, in the current language. */
    public void relocalize() {
        update(shown);
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Applies a fix. */
    public void apply(SuggestedFix fix) {
        if (fix instanceof SuggestedFix.Change change) {
            tuning.change(
                    new UndoKey("doctor.fix." + change.fix(), change.fix()),
                    spec -> change.fix().applyTo(spec).orElse(spec));
        } else if (fix instanceof SuggestedFix.UndoChange undo && undo.change().isOfWeight()) {
            setBack(undo.change());
        } else if (fix instanceof SuggestedFix.UndoChange undo) {
            tuning.change(new UndoKey("change." + undo.change().key(), undo), undo.change()::undoneIn);
        } else if (fix instanceof SuggestedFix.GoBack back) {
            wayBack.accept(back.step());
        } else {
            pause.run();
        }
    }

    /** Sets a weight to what it was; the others stay as training has moved them. */
    private void setBack(SpecChange change) {
        WeightAddress address = WeightAddress.ofKey(change.key());
        if (address != null) {
            tuning.setWeight(
                    run, new UndoKey("undo.weight", address), address, number(change.after()), number(change.before()));
        }
    }

    private static float number(String noted) {
        return Float.parseFloat(noted);
    }

    /** Mutes the present diagnosis for this run. */
    public void mute() {
        SymptomReading reading = shown.reading();
        if (reading != null) {
            muted.add(reading.failureMode());
            update(shown);
        }
    }

    /** Step of the shown snapshot, with which the age of a diagnosis is counted. */
    long step() {
        return step;
    }
}
