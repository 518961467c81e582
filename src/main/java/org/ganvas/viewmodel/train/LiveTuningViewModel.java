package org.ganvas.viewmodel.train;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the two players in balance and can be turned while they play: updates a step, penalties, noise, smoothing,
 * augmentation, the average's decay. FX thread.
 */
public final class LiveTuningViewModel implements SnapshotListener {

    /** Fading noise is gone after so many steps, unless the preset says otherwise. */
    private static final long FADE = 0;

    private final TrainingSession desk;
    private final UndoStack undo;
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private @Nullable GanSpec wanted;
    private int run = -1;
    private int patience;

    public LiveTuningViewModel(TrainingSession desk, UndoStack undo) {
        this.desk = desk;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now == null) {
            return;
        }
        if (now.number() != run || now.spec().equals(wanted) || patience-- <= 0) {
            run = now.number();
            wanted = null;
            refusal.set("");
            shown.set(now.spec());
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

    /** The spec as it is asked for. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What a change that needs a new start would cost now. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Why the last change was not made; empty where it was. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void setUpdates(int ofDiscriminator, int ofGenerator) {
        turn("updates", spec -> spec.withTraining(spec.training().withUpdates(ofDiscriminator, ofGenerator)));
    }

    public void setDecay(double decay) {
        turn("average", spec -> {
            TrainingSpec training = spec.training();
            return spec.withTraining(training.withDecay(decay));
        });
    }

    /** Of the first gradient penalty; where there is none, of one at real pictures. 0 leaves it out. */
    public void setPenalty(double weight) {
        turn(
                "penalty",
                spec -> spec.regularizer(GradientPenalty.class)
                        .map(old -> new GradientPenalty(old.at(), weight, old.center(), old.interval()))
                        .map(spec::with)
                        .orElseGet(() -> spec.with(new GradientPenalty(Regularizer.Where.REAL, weight, 0, 1))));
    }

    /** Noise that stays, or fades as the preset has it. */
    public void setNoise(double deviation) {
        turn(
                "noise",
                spec -> spec.with(new Regularizer.InstanceNoise(
                        deviation,
                        spec.regularizer(Regularizer.InstanceNoise.class)
                                .map(Regularizer.InstanceNoise::fadeSteps)
                                .orElse(FADE))));
    }

    public void setSmoothing(double amount) {
        turn("smoothing", spec -> spec.with(new Regularizer.LabelSmoothing(amount)));
    }

    public void setAugmentation(double probability) {
        turn(
                "augmentation",
                spec -> spec.regularizer(Regularizer.Augmentation.class)
                        .map(old -> new Regularizer.Augmentation(
                                old.translation(), old.cutout(), old.colour(), probability, old.target()))
                        .map(spec::with)
                        .orElseGet(() -> spec.with(new Regularizer.Augmentation(true, true, false, probability, 0))));
    }

    /**
     * Changes the spec if a run can take the change up; otherwise says why not.
     *
     * @param kind changes of one kind in quick succession are one undo
     */
    void turn(String kind, UnaryOperator<GanSpec> change) {
        GanSpec before = shown.get();
        if (before == null) {
            return;
        }
        try {
            GanSpec after = change.apply(before);
            SpecDiff difference = SpecDiff.between(before, after);
            refusal.set("");
            if (difference.possible() && !difference.isEmpty()) {
                undo.push(kind, () -> apply(before), () -> apply(after));
                apply(after);
            }
        } catch (SpecException e) {
            refusal.set(MessageBundles.text(e.message(), Messages.locale()));
            // Whoever shows the old value is told to show it again.
            shown.set(null);
            shown.set(before);
        }
    }

    private boolean apply(GanSpec spec) {
        GanSpec now = shown.get();
        if (now == null || !SpecDiff.between(now, spec).possible()) {
            return true;
        }
        wanted = spec;
        patience = 30;
        shown.set(spec);
        desk.submit(new TrainingCommand.Adjust(spec));
        return true;
    }
}
