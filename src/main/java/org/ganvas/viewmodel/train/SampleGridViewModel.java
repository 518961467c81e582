package org.ganvas.viewmodel.train;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.jspecify.annotations.Nullable;

/** Display of G's samples: size of the grid, raw or averaged weights. FX thread. */
public final class SampleGridViewModel implements SnapshotListener {

    /** Rows of the grid that can be chosen. */
    public static final List<Integer> GRID_SIZES = List.of(8, 10, 12, 16);

    private final TrainingSession session;
    private final UndoStack undo;
    private final ReadOnlyIntegerWrapper gridSize = new ReadOnlyIntegerWrapper(GRID_SIZES.get(0));
    private final ReadOnlyBooleanWrapper averaged = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper averages = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper hasGrid = new ReadOnlyBooleanWrapper(true);
    private @Nullable RunInfo info;

    public SampleGridViewModel(TrainingSession session, UndoStack undo) {
        this.session = session;
        this.undo = undo;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now == null) {
            return;
        }
        averages.set(now.spec().training().averagesWeights());
        hasGrid.set(!now.spec().image().isPoint());
        boolean fresh = info == null || info.number() != now.number();
        info = now;
        if (fresh) {
            submitGrid();
        }
    }

    // ---- Properties ----

    public ReadOnlyIntegerProperty gridSizeProperty() {
        return gridSize.getReadOnlyProperty();
    }

    /** Whether the samples are a grid; 2-D points are a scatter plot of a fixed number. */
    public ReadOnlyBooleanProperty hasGridProperty() {
        return hasGrid.getReadOnlyProperty();
    }

    /** Whether samples come from the averaged weights. */
    public ReadOnlyBooleanProperty averagedProperty() {
        return averaged.getReadOnlyProperty();
    }

    /** Whether the run has averaged weights. */
    public ReadOnlyBooleanProperty averagesProperty() {
        return averages.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void setGridSize(int size) {
        int before = gridSize.get();
        if (size != before) {
            undo.push(new UndoKey("undo.grid", size), () -> applyGridSize(before), () -> applyGridSize(size));
            applyGridSize(size);
        }
    }

    public void setAveraged(boolean on) {
        if (on != averaged.get()) {
            undo.push(new UndoKey("undo.averaged", on), () -> applyAveraged(!on), () -> applyAveraged(on));
            applyAveraged(on);
        }
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
        session.submit(new TrainingCommand.SetGrid(gridSize.get(), gridSize.get(), averaged.get()));
    }
}
