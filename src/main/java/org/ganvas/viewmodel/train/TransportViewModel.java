package org.ganvas.viewmodel.train;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.support.SnapshotListener;

/** The transport: start, pause, step, reset. Its buttons follow the snapshots, never the click. FX thread. */
public final class TransportViewModel implements SnapshotListener {

    private final TrainingSession desk;
    private final Predicate<String> mayLeave;
    private final Supplier<StopRule> stop;

    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.EMPTY);
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper loading = new ReadOnlyDoubleWrapper(-1);
    private final BooleanBinding running = state.isEqualTo(RunState.RUNNING);
    private final BooleanBinding steppable =
            Bindings.createBooleanBinding(() -> state.get().canStep(), state);

    /**
     * @param mayLeave whether the run may be replaced: asks with these words if work is unsaved
     * @param stop when training pauses by itself
     */
    public TransportViewModel(TrainingSession desk, Predicate<String> mayLeave, Supplier<StopRule> stop) {
        this.desk = desk;
        this.mayLeave = mayLeave;
        this.stop = stop;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        state.set(snapshot.state());
        step.set(snapshot.step());
        loading.set(snapshot.loading());
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** 0 to 1 while something is being loaded, negative otherwise. */
    public ReadOnlyDoubleProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public BooleanBinding runningProperty() {
        return running;
    }

    /** Whether a step can be taken now. */
    public BooleanBinding steppableProperty() {
        return steppable;
    }

    /** Whether the big button does anything. */
    public BooleanBinding toggleableProperty() {
        return steppable.or(running);
    }

    /** Whether there is something to go back from. */
    public BooleanBinding resettableProperty() {
        return Bindings.createBooleanBinding(
                () -> step.get() > 0 && state.get() != RunState.LOADING || state.get() == RunState.FAILED, state, step);
    }

    // ---- Commands ----

    public void toggle() {
        if (running.get()) {
            desk.submit(new TrainingCommand.Pause());
        } else if (steppable.get()) {
            desk.submit(new TrainingCommand.Start(stop.get()));
        }
    }

    public void step() {
        if (steppable.get()) {
            desk.submit(new TrainingCommand.Step());
        }
    }

    /** Back to the untrained networks, asking first. */
    public void reset() {
        if (resettableProperty().get() && mayLoseWork("prompt.reset")) {
            desk.submit(new TrainingCommand.Reset());
        }
    }

    public void cancelLoading() {
        desk.submit(new TrainingCommand.CancelLoad());
    }

    /** Whether trained work may be left behind: asks if any of it is unsaved. */
    public boolean mayLoseWork(String key) {
        return mayLeave.test(key);
    }
}
