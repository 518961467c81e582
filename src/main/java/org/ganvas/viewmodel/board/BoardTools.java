package org.ganvas.viewmodel.board;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.drawing.DrawingSymmetry;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.data.drawing.DrawnPlace;

/** The chosen tool of the board, its dials and its symmetry. FX thread. */
public final class BoardTools {

    /** Range of {@link #radiusProperty}. */
    public static final double MIN_RADIUS = 0.03;

    public static final double MAX_RADIUS = 0.6;

    /** Range of {@link #densityProperty}. */
    public static final double MIN_DENSITY = 0.1;

    public static final double MAX_DENSITY = 4;

    /** Distance of two lines of the grid. */
    private static final double GRID = 0.25;

    private final ObjectProperty<DrawingTool> tool = new SimpleObjectProperty<>(DrawingTool.BRUSH);
    private final DoubleProperty radius = new SimpleDoubleProperty(0.12);
    private final DoubleProperty density = new SimpleDoubleProperty(1);
    private final BooleanProperty mirrorX = new SimpleBooleanProperty(false);
    private final BooleanProperty mirrorY = new SimpleBooleanProperty(false);
    private final ObjectProperty<Integer> folds = new SimpleObjectProperty<>(1);
    private final BooleanProperty snap = new SimpleBooleanProperty(false);

    BoardTools() {}

    /** The chosen tool. */
    public ObjectProperty<DrawingTool> toolProperty() {
        return tool;
    }

    /** Radius of brush, spray, lines and eraser, in units of the data. */
    public DoubleProperty radiusProperty() {
        return radius;
    }

    /** Mass a unit of length. */
    public DoubleProperty densityProperty() {
        return density;
    }

    /** Whether left and right are mirrored. */
    public BooleanProperty mirrorXProperty() {
        return mirrorX;
    }

    /** Whether above and below are mirrored. */
    public BooleanProperty mirrorYProperty() {
        return mirrorY;
    }

    /** Number of turned copies, 1 for none. */
    public ObjectProperty<Integer> foldsProperty() {
        return folds;
    }

    /** Whether places jump to the lines of a grid. */
    public BooleanProperty snapProperty() {
        return snap;
    }

    DrawingSymmetry symmetry() {
        return new DrawingSymmetry(mirrorX.get(), mirrorY.get(), folds.get());
    }

    DrawnPlace place(double x, double y) {
        return snap.get()
                ? new DrawnPlace(Math.rint(x / GRID) * GRID, Math.rint(y / GRID) * GRID)
                : new DrawnPlace(x, y);
    }

    /** Makes the tool larger or smaller. */
    public void scaleRadius(double factor) {
        radius.set(Math.max(MIN_RADIUS, Math.min(MAX_RADIUS, radius.get() * factor)));
    }
}
