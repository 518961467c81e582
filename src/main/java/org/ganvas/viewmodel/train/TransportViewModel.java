package org.ganvas.viewmodel.train;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.support.LeaveQuestion;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** Start, pause, step and reset of training. States follow the snapshots, not the commands. FX thread. */
public final class TransportViewModel implements SnapshotListener {

    private static final int NO_RUN = -1;

    private final TrainingSession session;
    private final LeaveQuestion leave;
    private final Supplier<StopRule> stop;
    private final BooleanSupplier mayTrain;

    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.EMPTY);
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper loading = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final BooleanBinding running = state.isEqualTo(RunState.RUNNING);
    private final BooleanBinding steppable =
            Bindings.createBooleanBinding(() -> state.get().canStep(), state);
    private final StringBinding startText = Bindings.createStringBinding(
            () -> running.get() ? "pause.title" : waiting.get() ? "start.waiting" : "start.title", running, waiting);
    private int run = NO_RUN;
    private @Nullable Asked asked;
    private long notice = Long.MIN_VALUE;

    /** Whether the window opens: its first run is not even being loaded yet, but will be. */
    private boolean opening = true;

    /** State, step and notice at which a start or pause was submitted. */
    private record Asked(RunState state, long step, long notice) {

        /** Whether a snapshot may be from before the command: a run keeps stepping until it pauses. */
        private boolean awaits(RunState now, long stepNow, long noticeNow) {
            return state == now && notice == noticeNow && (now == RunState.RUNNING || step == stepNow);
        }
    }

    /**
     * @param leave asks about unsaved work before the run is replaced
     * @param stop stop rule of a start
     * @param mayTrain whether the run may be trained; if not, tells the user why
     */
    public TransportViewModel(
            TrainingSession session, LeaveQuestion leave, Supplier<StopRule> stop, BooleanSupplier mayTrain) {
        this.session = session;
        this.leave = leave;
        this.stop = stop;
        this.mayTrain = mayTrain;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        boolean loaded = state.get() == RunState.LOADING && snapshot.state() != RunState.LOADING;
        state.set(snapshot.state());
        step.set(snapshot.step());
        loading.set(snapshot.loading());
        notice = snapshot.notice() == null ? notice : snapshot.notice().number();
        if (asked != null && !asked.awaits(snapshot.state(), snapshot.step(), notice)) {
            asked = null;
        }
        opening &= snapshot.state() == RunState.EMPTY && !loaded;
        if (snapshot.state() != RunState.LOADING && !opening) {
            RunInfo info = snapshot.run();
            loaded(info == null ? NO_RUN : info.number());
        }
    }

    /** Starts the run that a start waits for; after a load that failed or was cancelled the run is still the old one. */
    private void loaded(int number) {
        boolean starts = waiting.get() && number != run;
        run = number;
        waiting.set(false);
        if (starts) {
            start();
        }
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Progress of loading, 0 to 1; negative while nothing is being loaded. */
    public ReadOnlyDoubleProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public BooleanBinding runningProperty() {
        return running;
    }

    /** Whether {@link #step} has an effect. */
    public BooleanBinding steppableProperty() {
        return steppable;
    }

    /** Whether {@link #stepBack} has an effect. */
    public BooleanBinding reversibleProperty() {
        return steppable.and(step.greaterThan(0));
    }

    /** Key of what {@link #toggle} does, or of the sentence that training starts as soon as the run is loaded. */
    public StringBinding startTextProperty() {
        return startText;
    }

    /** Whether {@link #toggle} has an effect at once. */
    public BooleanBinding toggleableProperty() {
        return steppable.or(running);
    }

    /** Whether {@link #reset} has an effect. */
    public BooleanBinding resettableProperty() {
        return Bindings.createBooleanBinding(
                () -> step.get() > 0 && state.get() != RunState.LOADING || state.get() == RunState.FAILED, state, step);
    }

    /** Key of the sentence that says why there is no run to work with: none yet, or one that is being loaded. */
    public StringBinding absenceProperty() {
        return Bindings.createStringBinding(() -> absence(state.get()), state);
    }

    private static String absence(RunState state) {
        return state == RunState.LOADING ? "run.loading.disabled" : "run.none.disabled";
    }

    /** Key of the sentence that says why {@link #step} has no effect. */
    public StringBinding stepObstacleProperty() {
        return Bindings.createStringBinding(
                () -> switch (state.get()) {
                    case RUNNING -> "step.disabled";
                    case FAILED -> "run.failed.disabled";
                    default -> absence(state.get());
                },
                state);
    }

    /** Key of the sentence that says why {@link #stepBack} has no effect. */
    public StringBinding backObstacleProperty() {
        StringBinding noStep = stepObstacleProperty();
        return Bindings.createStringBinding(
                () -> state.get().canStep() ? "lab.back.disabled" : noStep.get(), state, noStep);
    }

    /** Key of the sentence that says why {@link #reset} has no effect. */
    public StringBinding resetObstacleProperty() {
        return Bindings.createStringBinding(
                () -> state.get().canStep() || state.get() == RunState.RUNNING
                        ? "reset.disabled"
                        : absence(state.get()),
                state);
    }

    // ---- Commands ----

    /**
     * Starts or pauses; before a run is loaded it starts, or no longer starts, as soon as it is there. Until the session has
     * answered, further calls do nothing: a second click asks for no more than the first.
     */
    public void toggle() {
        if (asked != null) {
            return;
        }
        if (running.get()) {
            pause();
        } else if (state.get() == RunState.LOADING || opening) {
            waiting.set(!waiting.get());
        } else {
            start();
        }
    }

    /** Pauses, unless it does not train or a pause is under way. */
    public void pause() {
        if (running.get() && asked == null) {
            asked = new Asked(state.get(), step.get(), notice);
            session.submit(new TrainingCommand.Pause());
        }
    }

    private void start() {
        if (steppable.get() && mayTrain.getAsBoolean()) {
            asked = new Asked(state.get(), step.get(), notice);
            session.submit(new TrainingCommand.Start(stop.get()));
        }
    }

    public void step() {
        submit(new TrainingCommand.Step());
    }

    /** A step in which one network is updated and the other rests. */
    public void stepOf(Player only) {
        submit(new TrainingCommand.Step(only));
    }

    /** A step of both networks that is recorded; the answer is completed exceptionally if it cannot be. */
    public CompletableFuture<StepTrace> recordedStep() {
        CompletableFuture<StepTrace> trace = new CompletableFuture<>();
        submit(new TrainingCommand.Step(null, trace));
        return trace;
    }

    private void submit(TrainingCommand.Step command) {
        if (steppable.get() && mayTrain.getAsBoolean()) {
            session.submit(command);
        }
    }

    /** Takes the last step back, exactly. */
    public void stepBack() {
        if (steppable.get() && step.get() > 0) {
            session.submit(new TrainingCommand.GoBack(step.get() - 1));
        }
    }

    /** Returns to untrained networks; asks the user first if work is unsaved. */
    public void reset() {
        if (resettableProperty().get()) {
            replaceRun("prompt.reset", () -> session.submit(new TrainingCommand.Reset()));
        }
    }

    public void cancelLoading() {
        waiting.set(false);
        session.submit(new TrainingCommand.CancelLoad());
    }

    /** Runs what replaces the run: at once where nothing is unsaved, otherwise as soon as the user agrees. */
    public void replaceRun(String key, Runnable agreed) {
        leave.ask(key, agreed);
    }
}
