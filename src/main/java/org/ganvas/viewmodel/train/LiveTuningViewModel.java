package org.ganvas.viewmodel.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.OptimisticValue;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Settings of the spec that change while a run trains; the only writer of the running spec. FX thread. */
public final class LiveTuningViewModel implements SnapshotListener {

    private static final double LOWEST_RATE = 1e-9;
    private static final double HIGHEST_RATE = 1;

    private final TrainingSession session;
    private final UndoStack undo;
    private final OptimisticValue<@Nullable GanSpec> spec = new OptimisticValue<>(null);
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private int run = -1;

    public LiveTuningViewModel(TrainingSession session, UndoStack undo) {
        this.session = session;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now == null) {
            return;
        }
        if (now.number() == run) {
            spec.follow(now.spec());
        } else {
            run = now.number();
            refusal.set("");
            spec.reset(now.spec());
        }
        cost.set(
                snapshot.step() == 0
                        ? Messages.text("tuning.cost.none")
                        : Messages.text(
                                "tuning.cost",
                                NumberFormats.count(snapshot.step()),
                                NumberFormats.duration(snapshot.trainedSeconds())));
    }

    // ---- Properties ----

    /** The spec with the requested changes; null before the first run. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.property();
    }

    /** Cost, at this step, of a change that needs a new start. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Reason why the last change was refused; empty where it was accepted. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Sets a number; whole numbers lose their fraction. */
    public void set(Setting<?> setting, double number) {
        change(UndoKey.of(setting), spec -> setting.withNumber(spec, number));
    }

    /** Sets a learning rate, or the nearest that there can be. */
    public void setRate(Setting<Double> setting, double rate) {
        set(setting, Math.max(LOWEST_RATE, Math.min(HIGHEST_RATE, rate)));
    }

    /** Sets a learning rate by its decimal logarithm, rounded to two digits: a slider is no finer. */
    public void setRateLogarithm(Setting<Double> setting, double logarithm) {
        setRate(
                setting,
                new BigDecimal(Math.pow(10, logarithm))
                        .round(new MathContext(2))
                        .doubleValue());
    }

    /**
     * Changes the spec if a running run can take the change; a change that the spec refuses is shown with its reason, one
     * that needs a new start is ignored.
     *
     * @param key changes with equal keys in quick succession are one undo
     */
    public void change(UndoKey key, UnaryOperator<GanSpec> change) {
        GanSpec before = spec.get();
        if (before == null) {
            return;
        }
        try {
            GanSpec after = change.apply(before);
            SpecDiff difference = SpecDiff.between(before, after);
            refusal.set("");
            if (difference.possible() && !difference.isEmpty()) {
                undo.push(key, () -> apply(before), () -> apply(after));
                apply(after);
            }
        } catch (SpecException e) {
            refusal.set(MessageBundles.text(e.message(), Messages.locale()));
        }
    }

    /** Sets a weight of a run; undo sets it to what it was before. */
    void setWeight(int ofRun, UndoKey key, WeightAddress address, float before, float after) {
        undo.push(key, () -> set(ofRun, address, before), () -> set(ofRun, address, after));
        set(ofRun, address, after);
    }

    private boolean set(int ofRun, WeightAddress address, float value) {
        session.submit(new TrainingCommand.SetWeight(ofRun, new WeightEdit(address, value)));
        return true;
    }

    private boolean apply(GanSpec changed) {
        GanSpec now = spec.get();
        if (now != null && SpecDiff.between(now, changed).possible()) {
            refusal.set("");
            spec.request(changed);
            session.submit(new TrainingCommand.Adjust(changed));
        }
        return true;
    }
}
