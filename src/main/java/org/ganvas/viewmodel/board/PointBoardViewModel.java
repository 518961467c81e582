package org.ganvas.viewmodel.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingKernel;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawingRaster;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.data.drawing.DrawnPlace;
import org.ganvas.data.drawing.Eraser;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** The board on which data is drawn: strokes, their undo, and what is shown. FX thread. */
public final class PointBoardViewModel implements SnapshotListener, FrameListener {

    /** Strokes that can be undone. */
    public static final int UNDO_LIMIT = 200;

    private static final int SIDE = 121;
    private static final double LEAST_EXTENT = 2;
    private static final double MARGIN = 1.15;
    private static final int SHOWN_POINTS = 400;
    private static final int OUTLINE = 32;
    private static final double KEY_STEP = 0.05;

    private final BoardTools tools = new BoardTools();
    private final BoardData data;
    private final Deque<Drawing> undo = new ArrayDeque<>();
    private final Deque<Drawing> redo = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
    private final ReadOnlyObjectWrapper<BoardContent> content;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final List<DrawnPlace> path = new ArrayList<>();
    private DrawingRaster raster;
    private float[] points = new float[0];
    private @Nullable DrawnPlace pointer;
    private boolean full;
    private int run = -1;
    private float @Nullable [] real;

    /**
     * @param data takes the drawing into a run and into files
     */
    public PointBoardViewModel(BoardData data) {
        this.data = data;
        data.attach(this);
        raster = new DrawingRaster(lattice(LEAST_EXTENT));
        content = new ReadOnlyObjectWrapper<>(build(List.of()));
        for (Observable dial : List.of(
                tools.toolProperty(),
                tools.radiusProperty(),
                tools.mirrorXProperty(),
                tools.mirrorYProperty(),
                tools.foldsProperty())) {
            dial.addListener(property -> showStroke());
        }
        describe();
    }

    private static PointLattice lattice(double half) {
        return new PointLattice(new PointBounds(-half, -half, half, half), SIDE, SIDE);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo loaded = snapshot.run();
        if (loaded != null && loaded.number() != run) {
            run = loaded.number();
            if (drawing.get().isEmpty()) {
                DrawingLibrary.find(loaded.request().dataId()).ifPresent(this::replace);
            }
        }
        SampleGrid grid = loaded != null && loaded.spec().image().isPoint() ? snapshot.real() : null;
        if (grid != null && grid.pixels() != real) {
            real = grid.pixels();
            fitTo(PointBounds.around(grid.pixels()));
        }
        data.onSnapshot(snapshot);
    }

    /** Widens the board to the data of the run, so that both are drawn in the same units. */
    private void fitTo(PointBounds bounds) {
        double half = Stream.of(bounds.left(), bounds.right(), bounds.bottom(), bounds.top())
                .mapToDouble(edge -> MARGIN * Math.abs(edge))
                .reduce(LEAST_EXTENT, Math::max);
        boolean fits = half <= DrawingKernel.MOST && path.isEmpty();
        if (fits && half > raster.lattice().bounds().right()) {
            raster = new DrawingRaster(lattice(half));
            raster.show(drawing.get());
            showStroke();
        }
    }

    @Override
    public void onFrame(long nanos) {
        data.onFrame();
    }

    // ---- Properties ----

    public BoardTools tools() {
        return tools;
    }

    /** The way of the drawing into a run and into files. */
    public BoardData data() {
        return data;
    }

    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** What the board shows. */
    public ReadOnlyObjectProperty<BoardContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Whether nothing is drawn. */
    public ReadOnlyBooleanProperty blankProperty() {
        return blank.getReadOnlyProperty();
    }

    /** What is drawn, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    // ---- Strokes ----

    /** Begins a stroke. */
    public void begin(double x, double y) {
        path.clear();
        path.add(tools.place(x, y));
        pointer = path.get(0);
        showStroke();
    }

    /** Continues the stroke that was begun. */
    public void draw(double x, double y) {
        DrawnPlace place = tools.place(x, y);
        pointer = place;
        if (!path.isEmpty() && !place.equals(path.get(path.size() - 1))) {
            path.add(place);
        }
        showStroke();
    }

    /** Ends the stroke, which can be undone from now on. */
    public void end() {
        if (path.isEmpty()) {
            return;
        }
        Drawing before = drawing.get();
        if (tools.toolProperty().get() == DrawingTool.ERASER) {
            List<List<DrawnPlace>> images = tools.symmetry().images(List.copyOf(path));
            path.clear();
            change(before.without(new Eraser(images, tools.radiusProperty().get())));
        } else {
            List<DrawingKernel> stroke = stroke();
            path.clear();
            full = !before.hasRoomFor(stroke.size());
            change(full ? before : before.with(stroke));
        }
    }

    /** Gives up the stroke that was begun. */
    public void cancel() {
        path.clear();
        showStroke();
    }

    /** Whether a stroke has begun. */
    public boolean isDrawing() {
        return !path.isEmpty();
    }

    /** Moves the outline of the tool, and the stroke that was begun; by keys in small steps. */
    public void movePointer(int right, int up) {
        DrawnPlace from = pointer == null ? new DrawnPlace(0, 0) : pointer;
        double step = KEY_STEP * raster.lattice().bounds().right();
        if (tools.snapProperty().get()) {
            step = 2 * step + 0.1;
        }
        draw(from.x() + right * step, from.y() + up * step);
    }

    /** Begins a stroke where the outline is, or ends the one that was begun. */
    public void press() {
        if (isDrawing()) {
            end();
        } else {
            DrawnPlace from = pointer == null ? new DrawnPlace(0, 0) : pointer;
            begin(from.x(), from.y());
        }
    }

    /** Hides the outline of the tool. */
    public void leave() {
        if (path.isEmpty()) {
            pointer = null;
            showStroke();
        }
    }

    private List<DrawingKernel> stroke() {
        List<DrawingKernel> kernels = new ArrayList<>();
        long seed = drawing.get().size();
        for (List<DrawnPlace> image : tools.symmetry().images(List.copyOf(path))) {
            kernels.addAll(tools.toolProperty()
                    .get()
                    .kernels(
                            image,
                            tools.radiusProperty().get(),
                            tools.densityProperty().get(),
                            seed));
        }
        return kernels;
    }

    // ---- Undo ----

    /** Shows another drawing; the one before comes back by undo. */
    void change(Drawing next) {
        Drawing before = drawing.get();
        if (next.equals(before)) {
            showStroke();
            describe();
            return;
        }
        undo.push(before);
        if (undo.size() > UNDO_LIMIT) {
            undo.removeLast();
        }
        redo.clear();
        replace(next);
    }

    /** Brings back a drawing of an earlier start, unless there is something on the board already. */
    void restore(Drawing kept) {
        if (drawing.get().isEmpty() && path.isEmpty() && !kept.isEmpty()) {
            replace(kept);
        }
    }

    public void undo() {
        move(undo, redo);
    }

    public void redo() {
        move(redo, undo);
    }

    private void move(Deque<Drawing> from, Deque<Drawing> to) {
        if (!from.isEmpty()) {
            path.clear();
            full = false;
            to.push(drawing.get());
            replace(from.pop());
        }
    }

    /** Takes everything off the board; undo brings it back. */
    public void clear() {
        path.clear();
        full = false;
        change(Drawing.EMPTY);
    }

    private void replace(Drawing next) {
        Drawing before = drawing.get();
        int kept = before.strokes().size();
        boolean longer = next.strokes().size() == kept + 1 && beginsWith(next, before);
        drawing.set(next);
        if (longer) {
            raster.add(next.strokes().get(kept));
        } else {
            raster.show(next);
        }
        points = next.isEmpty()
                ? new float[0]
                : next.mixture().sample(SHOWN_POINTS, new SeededRandomStream(1, Purpose.POINT_DATA, -3));
        undoable.set(!undo.isEmpty());
        redoable.set(!redo.isEmpty());
        blank.set(next.isEmpty());
        showStroke();
        describe();
        data.onDrawing();
    }

    /** Whether the first strokes are the very ones of another drawing. */
    @SuppressWarnings("ReferenceEquality") // Strokes are shared, and comparing all their kernels would take long.
    private static boolean beginsWith(Drawing drawing, Drawing start) {
        for (int i = 0; i < start.strokes().size(); i++) {
            if (drawing.strokes().get(i) != start.strokes().get(i)) {
                return false;
            }
        }
        return true;
    }

    // ---- What is shown ----

    private void describe() {
        Drawing now = drawing.get();
        String key = full ? "lab.board.full" : now.isEmpty() ? "lab.board.blank" : "lab.board.drawn";
        summary.set(Messages.text(key, NumberFormats.count(now.strokes().size()), NumberFormats.count(now.size())));
    }

    /** Formats the texts again, in the current language. */
    public void relocalize() {
        describe();
    }

    private void showStroke() {
        content.set(build(path.isEmpty() ? List.of() : stroke()));
    }

    private BoardContent build(List<DrawingKernel> stroke) {
        float[] values = raster.values(stroke);
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        PointLattice lattice = raster.lattice();
        FieldPainter.Field density = new FieldPainter.Field(
                lattice.bounds(), lattice.columns(), lattice.rows(), values, 0, most > 0 ? most : 1);
        return new BoardContent(lattice.bounds(), points, density, outlines());
    }

    private List<float[]> outlines() {
        DrawnPlace place = pointer;
        if (place == null) {
            return List.of();
        }
        List<float[]> outlines = new ArrayList<>();
        for (List<DrawnPlace> image : tools.symmetry().images(List.of(place))) {
            outlines.add(circle(Objects.requireNonNull(image.get(0))));
        }
        return outlines;
    }

    private float[] circle(DrawnPlace middle) {
        double radius = tools.radiusProperty().get();
        float[] circle = new float[2 * OUTLINE + 2];
        for (int i = 0; i <= OUTLINE; i++) {
            double angle = 2 * Math.PI * i / OUTLINE;
            circle[2 * i] = (float) (middle.x() + radius * Math.cos(angle));
            circle[2 * i + 1] = (float) (middle.y() + radius * Math.sin(angle));
        }
        return circle;
    }
}
