package org.ganvas.viewmodel.lab;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.text.ChangeNames;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** One weight of the network whose neurons are shown, which the user sets while the run trains or rests. FX thread. */
public final class WeightViewModel implements SnapshotListener {

    /** Largest size of a weight at the end of the slider, at least. */
    private static final double LEAST_REACH = 1;

    private static final String PREFIX = "lab.weight.";

    private final TrainingSession session;
    private final UndoStack undo;
    private final NeuronsViewModel neurons;
    private final Sight sight;
    private final ReadOnlyObjectWrapper<@Nullable WeightAddress> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyDoubleWrapper reach = new ReadOnlyDoubleWrapper(LEAST_REACH);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(PREFIX + "none.disabled");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private @Nullable GanSpec spec;
    private @Nullable Float awaited;
    private boolean running;
    private int run = -1;

    /**
     * What is shown in place of the run's own networks as they are now.
     *
     * @param past whether those of an earlier step
     * @param averaged whether G with averaged weights
     * @param recorded whether a step in slow motion
     */
    public record Sight(
            ObservableBooleanValue past, ObservableBooleanValue averaged, ObservableBooleanValue recorded) {}

    public WeightViewModel(TrainingSession session, UndoStack undo, NeuronsViewModel neurons, Sight sight) {
        this.session = session;
        this.undo = undo;
        this.neurons = neurons;
        this.sight = sight;
        neurons.mapsProperty().addListener((property, old, now) -> follow());
        neurons.playerProperty().addListener((property, old, now) -> choose(null));
        List.of(sight.past(), sight.averaged(), sight.recorded())
                .forEach(each -> each.addListener((property, old, now) -> findObstacle()));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        boolean runs = snapshot.state() == RunState.RUNNING;
        int number = snapshot.run() == null ? -1 : snapshot.run().number();
        if (runs != running || snapshot.notice() != null) {
            awaited = null;
        }
        running = runs;
        spec = snapshot.run() == null ? null : snapshot.run().spec();
        if (number != run) {
            run = number;
            choose(null);
        }
    }

    /** Takes over the value that the network has now; not an older one than what was just set. */
    private void follow() {
        NeuronMaps maps = neurons.mapsProperty().get();
        WeightAddress at = chosen.get();
        if (maps == null || at == null) {
            return;
        }
        float now = valueOf(maps, at);
        if (running || awaited == null || awaited == now) {
            awaited = null;
            value.set(now);
            reach.set(Math.max(reach.get(), Math.abs(now)));
        }
    }

    private static float valueOf(NeuronMaps maps, WeightAddress at) {
        NeuronMaps.Column column = maps.columns().get(at.layer());
        return at.isBias() ? column.bias()[at.unit()] : column.weight(at.input(), at.unit());
    }

    private void findObstacle() {
        String reason = reason();
        obstacle.set(reason.isEmpty() ? "" : PREFIX + reason + ".disabled");
    }

    private String reason() {
        GanSpec of = spec;
        boolean ofGenerator = neurons.playerProperty().get() == Player.GENERATOR;
        if (of != null && isScaled(of, ofGenerator)) {
            return "scaled";
        }
        if (sight.past().get()) {
            return "past";
        }
        if (ofGenerator && sight.averaged().get() && of != null && of.training().averagesWeights()) {
            return "averaged";
        }
        if (sight.recorded().get()) {
            return "recorded";
        }
        return chosen.get() == null ? "none" : "";
    }

    /** Whether a layer multiplies by other numbers than its weights. */
    private static boolean isScaled(GanSpec of, boolean ofGenerator) {
        return (ofGenerator ? of.generator() : of.discriminator()).init() == InitSpec.EQUALISED
                || !ofGenerator && of.regularizers().stream().anyMatch(Regularizer.SpectralNorm.class::isInstance);
    }

    // ---- Properties ----

    /** The weight that can be set; null for none. */
    public ReadOnlyObjectProperty<@Nullable WeightAddress> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Value of the weight. */
    public ReadOnlyDoubleProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Largest size of a value on the slider. */
    public ReadOnlyDoubleProperty reachProperty() {
        return reach.getReadOnlyProperty();
    }

    /** Name of the weight; empty for none. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Key of the reason why no weight can be set; empty where one can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Why the last text was no weight; empty where it was one. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Chooses a weight of the network that is shown; null for none. */
    public void choose(@Nullable WeightAddress weight) {
        NeuronMaps maps = neurons.mapsProperty().get();
        WeightAddress next = maps == null ? null : weight;
        chosen.set(next);
        awaited = null;
        refusal.set("");
        name.set(next == null ? "" : ChangeNames.of(next));
        if (next != null && maps != null) {
            reach.set(Math.max(LEAST_REACH, 2 * largest(maps.columns().get(next.layer()))));
        }
        follow();
        findObstacle();
    }

    private static double largest(NeuronMaps.Column column) {
        double most = 0;
        for (float weight : column.weights()) {
            most = Math.max(most, Math.abs(weight));
        }
        for (float bias : column.bias()) {
            most = Math.max(most, Math.abs(bias));
        }
        return most;
    }

    /** Chooses the largest weight that leads to the chosen unit; none where that is an input. */
    public void chooseLargestOfUnit() {
        NeuronMaps maps = neurons.mapsProperty().get();
        NeuronsViewModel.Unit unit = neurons.chosenProperty().get();
        if (maps == null || unit == null || unit.column() == 0) {
            choose(null);
            return;
        }
        NeuronMaps.Column column = maps.columns().get(unit.column());
        int to = column.shown()[unit.row()];
        int from = IntStream.of(maps.columns().get(unit.column() - 1).shown())
                .boxed()
                .max((a, b) -> Float.compare(Math.abs(column.weight(a, to)), Math.abs(column.weight(b, to))))
                .orElse(0);
        choose(new WeightAddress(maps.player(), unit.column(), from, to));
    }

    /** Chooses the weight of the same unit that is some inputs further on, the bias last, then from the first again. */
    public void chooseNext(int further) {
        NeuronMaps maps = neurons.mapsProperty().get();
        WeightAddress at = chosen.get();
        if (maps == null || at == null) {
            chooseLargestOfUnit();
            return;
        }
        int[] inputs = maps.columns().get(at.layer() - 1).shown();
        int place = inputs.length;
        for (int i = 0; i < inputs.length; i++) {
            place = inputs[i] == at.input() ? i : place;
        }
        int next = Math.floorMod(place + further, inputs.length + 1);
        choose(new WeightAddress(
                at.player(), at.layer(), next == inputs.length ? WeightAddress.BIAS : inputs[next], at.unit()));
    }

    /** Sets the weight as the user typed it; what is no number that a weight can be is refused with a sentence. */
    public void enter(String typed) {
        try {
            float number = Float.parseFloat(typed.strip().replace('−', '-').replace(',', '.'));
            if (Float.isFinite(number)) {
                set(number);
            } else {
                refusal.set(Messages.text(PREFIX + "notFinite"));
            }
        } catch (NumberFormatException notANumber) {
            refusal.set(Messages.text(PREFIX + "noNumber"));
        }
    }

    /** Sets the weight from the next step on. */
    public void set(double number) {
        WeightAddress at = chosen.get();
        float after = (float) number;
        float before = (float) value.get();
        if (at == null || !obstacle.get().isEmpty() || !Float.isFinite(after)) {
            return;
        }
        refusal.set("");
        if (after != before) {
            int of = run;
            undo.push(new UndoKey("undo.weight", at), () -> submit(of, at, before), () -> submit(of, at, after));
            submit(of, at, after);
        }
    }

    private boolean submit(int of, WeightAddress at, float number) {
        // A weight of an earlier run is gone with it.
        if (of == run) {
            session.submit(new TrainingCommand.SetWeight(of, new WeightEdit(at, number)));
            if (at.equals(chosen.get())) {
                awaited = number;
                value.set(number);
                reach.set(Math.max(reach.get(), Math.abs(number)));
            }
        }
        return true;
    }
}
