package org.ganvas.viewmodel.train;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.viewmodel.support.OptimisticValue;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Pace of training: the most steps a second, so that steps can be watched. FX thread. */
public final class PaceViewModel implements SnapshotListener {

    /** Choices in steps a second, the fastest first. */
    private static final List<Double> CHOICES = List.of(TrainingCommand.SetPace.UNLIMITED, 1000.0, 100.0, 10.0, 1.0);

    private final TrainingSession session;
    private final OptimisticValue<Double> pace = new OptimisticValue<>(TrainingCommand.SetPace.UNLIMITED);

    public PaceViewModel(TrainingSession session) {
        this.session = session;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        pace.follow(session.pace());
    }

    // ---- Properties ----

    /** Choices, the fastest first. */
    public List<Double> choices() {
        return CHOICES;
    }

    /** Pace in steps a second; {@link TrainingCommand.SetPace#UNLIMITED} for none. */
    public ReadOnlyObjectProperty<Double> paceProperty() {
        return pace.property();
    }

    /** Name of a choice. */
    public String name(double choice) {
        if (choice == TrainingCommand.SetPace.UNLIMITED) {
            return Messages.text("pace.unlimited");
        }
        return choice == 1 ? Messages.text("pace.one") : Messages.text("pace.many", NumberFormats.count((long) choice));
    }

    /** Whether there is a slower choice. */
    public BooleanBinding slowerProperty() {
        return Bindings.createBooleanBinding(() -> index() < CHOICES.size() - 1, pace.property());
    }

    /** Whether there is a faster choice. */
    public BooleanBinding fasterProperty() {
        return Bindings.createBooleanBinding(() -> index() > 0, pace.property());
    }

    /** Place of the pace in the choices. */
    private int index() {
        return Math.max(0, CHOICES.indexOf(pace.get()));
    }

    // ---- Commands ----

    /** Sets the pace from the next step on. */
    public void choose(double choice) {
        if (choice != pace.get()) {
            pace.request(choice);
            session.submit(new TrainingCommand.SetPace(choice));
        }
    }

    /** The next slower choice. */
    public void slower() {
        choose(CHOICES.get(Math.min(CHOICES.size() - 1, index() + 1)));
    }

    /** The next faster choice. */
    public void faster() {
        choose(CHOICES.get(Math.max(0, index() - 1)));
    }
}
