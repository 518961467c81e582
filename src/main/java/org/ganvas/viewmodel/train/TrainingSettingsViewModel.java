package org.ganvas.viewmodel.train;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.OptimisticValue;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** What can be changed while training runs: the learning rates, and how pictures are drawn. FX thread. */
public final class TrainingSettingsViewModel implements SnapshotListener {

    /** Rows of the grid that can be chosen. */
    public static final List<Integer> GRID_SIZES = List.of(8, 10, 12, 16);

    /** The room there is for columns: with more classes than this, a column a class would be too small to see. */
    private static final int MOST_CLASS_COLUMNS = 16;

    /** Learning rates the sliders reach; the fields take any in (0, 1]. */
    public static final double LOWEST_RATE = 1e-6;

    public static final double HIGHEST_RATE = 1e-1;

    private final TrainingSession desk;
    private final UndoStack undo;
    private final OptimisticValue<Rates> rates = new OptimisticValue<>(new Rates(2e-4, 2e-4));
    private final ReadOnlyIntegerWrapper gridSize = new ReadOnlyIntegerWrapper(GRID_SIZES.get(0));
    private final ReadOnlyBooleanWrapper averaged = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper averages = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper hasGrid = new ReadOnlyBooleanWrapper(true);
    private @Nullable RunInfo info;

    /**
     * The two learning rates.
     *
     * @param generator of G's Adam
     * @param discriminator of D's Adam
     */
    public record Rates(double generator, double discriminator) {}

    public TrainingSettingsViewModel(TrainingSession desk, UndoStack undo) {
        this.desk = desk;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now == null) {
            return;
        }
        TrainingSpec training = now.spec().training();
        rates.follow(new Rates(
                training.generatorOptimizer().learningRate(),
                training.discriminatorOptimizer().learningRate()));
        averages.set(training.averagesWeights());
        hasGrid.set(!now.spec().image().isPoint());
        boolean fresh = info == null || info.number() != now.number();
        info = now;
        if (fresh) {
            submitGrid();
        }
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<Rates> ratesProperty() {
        return rates.property();
    }

    public ReadOnlyIntegerProperty gridSizeProperty() {
        return gridSize.getReadOnlyProperty();
    }

    /** Whether there is a grid: points are drawn in a plane, and always as many. */
    public ReadOnlyBooleanProperty hasGridProperty() {
        return hasGrid.getReadOnlyProperty();
    }

    /** Whether pictures are drawn with the averaged weights. */
    public ReadOnlyBooleanProperty averagedProperty() {
        return averaged.getReadOnlyProperty();
    }

    /** Whether this run keeps averaged weights at all. */
    public ReadOnlyBooleanProperty averagesProperty() {
        return averages.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void setGeneratorRate(double rate) {
        changeRates("rate G", new Rates(legal(rate), rates.get().discriminator()));
    }

    public void setDiscriminatorRate(double rate) {
        changeRates("rate D", new Rates(rates.get().generator(), legal(rate)));
    }

    public void setGridSize(int size) {
        int before = gridSize.get();
        if (size != before) {
            undo.push("grid " + size, () -> applyGridSize(before), () -> applyGridSize(size));
            applyGridSize(size);
        }
    }

    public void setAveraged(boolean on) {
        if (on != averaged.get()) {
            undo.push("averaged " + on, () -> applyAveraged(!on), () -> applyAveraged(on));
            applyAveraged(on);
        }
    }

    private void changeRates(String kind, Rates wanted) {
        Rates before = rates.get();
        if (!wanted.equals(before)) {
            undo.push(kind, () -> applyRates(before), () -> applyRates(wanted));
            applyRates(wanted);
        }
    }

    private boolean applyRates(Rates wanted) {
        rates.ask(wanted);
        desk.submit(new TrainingCommand.SetRates(wanted.generator(), wanted.discriminator()));
        return true;
    }

    private boolean applyGridSize(int size) {
        gridSize.set(size);
        submitGrid();
        return true;
    }

    private boolean applyAveraged(boolean on) {
        averaged.set(on);
        submitGrid();
        return true;
    }

    private void submitGrid() {
        desk.submit(new TrainingCommand.SetGrid(gridSize.get(), columns(), averaged.get()));
    }

    /** As many columns as rows, but never fewer than there are classes to show one a column. */
    private int columns() {
        RunInfo run = info;
        if (run == null || !run.spec().conditional() || run.classNames().size() > MOST_CLASS_COLUMNS) {
            return gridSize.get();
        }
        return Math.max(gridSize.get(), run.classNames().size());
    }

    private static double legal(double rate) {
        return Math.max(1e-9, Math.min(1, rate));
    }
}
