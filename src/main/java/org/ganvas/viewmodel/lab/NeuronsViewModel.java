package org.ganvas.viewmodel.lab;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The units of one network as maps, with one of them explained at one place: its sum with the numbers put in. FX thread.
 */
public final class NeuronsViewModel {

    private final ObjectProperty<Player> player = new SimpleObjectProperty<>(Player.DISCRIMINATOR);
    private final ReadOnlyObjectWrapper<@Nullable NeuronMaps> maps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Unit> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final Runnable changed;
    private @Nullable GanSpec spec;
    private boolean shown;
    private int place = NeuronMaps.SIDE * NeuronMaps.SIDE / 2 + NeuronMaps.SIDE / 2;

    /**
     * A unit that has a map.
     *
     * @param column 0 for the inputs
     * @param row among the shown units of its column
     */
    public record Unit(int column, int row) {}

    /**
     * @param changed called when another network is to be observed, or none, or another unit is chosen
     */
    NeuronsViewModel(Runnable changed) {
        this.changed = changed;
        player.addListener((property, old, now) -> {
            maps.set(null);
            choose(null);
            tellObstacle();
        });
    }

    void use(@Nullable GanSpec newSpec, boolean anotherRun) {
        spec = newSpec;
        if (anotherRun) {
            maps.set(null);
            choose(null);
        }
        tellObstacle();
    }

    private void tellObstacle() {
        NeuronMaps.Obstacle reason = spec == null ? null : NeuronMaps.obstacle(spec, player.get());
        obstacle.set(reason == null ? "" : Messages.text("lab.neurons." + reason));
    }

    /** Part of a request that is needed; null while the maps are hidden. */
    @Nullable
    Part part() {
        return !shown ? null : player.get() == Player.GENERATOR ? Part.G_NEURONS : Part.D_NEURONS;
    }

    void show(@Nullable NeuronMaps newest) {
        if (newest != null && newest.player() == player.get()) {
            maps.set(newest);
            tell();
        }
    }

    private void tell() {
        NeuronMaps now = maps.get();
        Unit unit = chosen.get();
        sentence.set(
                now == null
                        ? ""
                        : unit == null
                                ? Messages.text("lab.neurons.hint")
                                : NeuronArithmetic.sentence(now, unit.column(), unit.row(), place));
    }

    /** Values of the chosen unit of D over the plane; null where there is none. */
    float @Nullable [] chosenOfDiscriminator() {
        NeuronMaps now = maps.get();
        Unit unit = chosen.get();
        return now == null || unit == null || now.player() != Player.DISCRIMINATOR
                ? null
                : now.columns().get(unit.column()).outputs()[unit.row()];
    }

    // ---- Properties ----

    /** The network whose units are shown. */
    public ObjectProperty<Player> playerProperty() {
        return player;
    }

    /** The maps; null before the first answer, and where the network has none. */
    public ReadOnlyObjectProperty<@Nullable NeuronMaps> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** The unit that is explained; null for none. */
    public ReadOnlyObjectProperty<@Nullable Unit> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The sum of the chosen unit with the numbers put in. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Why the network has no maps; empty where it has. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Place of the lattice at which the chosen unit is explained: its index, row by row from the top. */
    public int place() {
        return place;
    }

    // ---- Commands ----

    /** Sets whether the maps are visible, so that they are computed. */
    public void setShown(boolean now) {
        if (shown != now) {
            shown = now;
            changed.run();
        }
    }

    /** Explains a unit from now on; null for none. */
    public void choose(@Nullable Unit unit) {
        chosen.set(unit);
        tell();
        changed.run();
    }

    /** Explains units at another place of the lattice. */
    public void explainAt(int column, int row) {
        int side = NeuronMaps.SIDE;
        place = Math.max(0, Math.min(side - 1, row)) * side + Math.max(0, Math.min(side - 1, column));
        tell();
    }

    /** Explains units of D at the nearest place of the lattice to a place of the plot. */
    public void explainAtPlace(double x, double y) {
        NeuronMaps now = maps.get();
        if (now != null && now.player() == Player.DISCRIMINATOR) {
            explainAt((int) Math.round(now.lattice().column(x)), (int)
                    Math.round(now.lattice().row(y)));
        }
    }

    /** Chooses the unit some columns to the right and rows below the chosen one, as far as there are any. */
    public void move(int columns, int rows) {
        NeuronMaps now = maps.get();
        if (now == null) {
            return;
        }
        Unit from = chosen.get();
        if (from == null) {
            choose(new Unit(now.columns().size() - 1, 0));
            return;
        }
        int column = Math.max(0, Math.min(now.columns().size() - 1, from.column() + columns));
        int count = now.columns().get(column).shown().length;
        choose(new Unit(column, Math.max(0, Math.min(count - 1, from.row() + rows))));
    }
}
