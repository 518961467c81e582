package org.ganvas.viewmodel.explore;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The drawing board: an image to find a latent of, drawn, read from a file or copied from a grid, and holes in it. FX thread. */
public final class DrawingBoardViewModel {

    private static final double SPACING = 0.5;
    private static final ImageShape ONE_PIXEL = new ImageShape(3, 1, 1);

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final UndoStack undo;
    private final FrameTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable DrawingCanvas> canvas = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("run.none.disabled");
    private final ObjectProperty<DrawingCanvas.Pen> pen = new SimpleObjectProperty<>(DrawingCanvas.Pen.DRAW);
    private final ObjectProperty<float[]> colour = new SimpleObjectProperty<>(new float[] {1, 1, 1});
    private final DoubleProperty width = new SimpleDoubleProperty(2.5);
    private @Nullable DrawingCanvas begun;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private long strokes;

    public DrawingBoardViewModel(UserPrompts prompts, NoticesViewModel notices, UndoStack undo, Executor io) {
        this.prompts = prompts;
        this.notices = notices;
        this.undo = undo;
        tasks = new FrameTasks(io, notices::reportInternalError);
    }

    /** Takes the image shape of another generator; a canvas of the same shape stays. */
    public void setShape(ImageShape shape) {
        DrawingCanvas now = canvas.get();
        if (shape.isPoint()) {
            canvas.set(null);
            obstacle.set("explore.board.disabled");
        } else if (now == null || !now.shape().equals(shape)) {
            canvas.set(DrawingCanvas.blank(shape));
        }
    }

    public void onFrame() {
        tasks.runFinished();
    }

    /** Puts an image on a board that is empty or as the last such image left it; undo knows nothing of it. */
    public void begin(SampleGrid image) {
        DrawingCanvas now = canvas.get();
        if (now != null && now.shape().equals(image.shape()) && (now.isBlank() || now == begun)) {
            begun = DrawingCanvas.of(image, 0);
            canvas.set(begun);
        }
    }

    private float[] ink(DrawingCanvas now) {
        float[] levels = colour.get();
        boolean grey = levels[0] == levels[1] && levels[1] == levels[2];
        return now.shape().channels() == 1 && !grey ? Corruption.luma(levels, ONE_PIXEL) : levels;
    }

    private void change(DrawingCanvas next, String kind) {
        DrawingCanvas before = canvas.get();
        canvas.set(next);
        undo.push(new UndoKey("undo.drawing", kind), () -> restore(before), () -> restore(next));
    }

    /** Restores a canvas, unless the board has taken another shape since. */
    private boolean restore(@Nullable DrawingCanvas other) {
        DrawingCanvas now = canvas.get();
        if (other != null && now != null && now.shape().equals(other.shape())) {
            canvas.set(other);
        }
        return true;
    }

    private Runnable read(Path file, ImageShape shape) {
        try {
            float[] pixels = SingleImageReader.read(file, shape);
            DrawingCanvas read = new DrawingCanvas(shape, pixels, new boolean[shape.width() * shape.height()]);
            return () -> {
                DrawingCanvas now = canvas.get();
                if (now != null && now.shape().equals(shape)) {
                    change(read, "canvas " + file);
                }
            };
        } catch (DataException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    // ---- Properties ----

    /** The canvas; null for a generator of points. */
    public ReadOnlyObjectProperty<@Nullable DrawingCanvas> canvasProperty() {
        return canvas.getReadOnlyProperty();
    }

    /** Key of the sentence that says why there is no canvas. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    public ObjectProperty<DrawingCanvas.Pen> penProperty() {
        return pen;
    }

    /** Red, green and blue, in [-1, 1]; grey images take its luma. */
    public ObjectProperty<float[]> colourProperty() {
        return colour;
    }

    /** Width of the pen, in pixels of the image. */
    public DoubleProperty penWidthProperty() {
        return width;
    }

    // ---- Commands ----

    /** Begins a stroke, or fills an area, in pixels of the image. */
    public void beginStroke(double x, double y) {
        lastX = Double.NaN;
        strokes++;
        DrawingCanvas now = canvas.get();
        if (now != null && pen.get() == DrawingCanvas.Pen.FILL) {
            change(now.filled(x, y, ink(now)), "stroke " + strokes);
        } else {
            continueStroke(x, y);
        }
    }

    /** Continues the stroke in a straight line, in pixels of the image. */
    public void continueStroke(double x, double y) {
        DrawingCanvas now = canvas.get();
        if (now == null || pen.get() == DrawingCanvas.Pen.FILL) {
            return;
        }
        double fromX = Double.isNaN(lastX) ? x : lastX;
        double fromY = Double.isNaN(lastX) ? y : lastY;
        int dabs = Math.max(1, (int) Math.ceil(Math.hypot(x - fromX, y - fromY) / SPACING));
        DrawingCanvas next = now;
        for (int i = 1; i <= dabs; i++) {
            double t = i / (double) dabs;
            next = next.withDab(pen.get(), fromX + t * (x - fromX), fromY + t * (y - fromY), width.get() / 2, ink(now));
        }
        change(next, "stroke " + strokes);
        lastX = x;
        lastY = y;
    }

    /** Empties the canvas. */
    public void clear() {
        DrawingCanvas now = canvas.get();
        if (now != null) {
            change(DrawingCanvas.blank(now.shape()), "canvas clear");
        }
    }

    /**
     * Takes an image of any size, of which the middle is scaled to the canvas.
     *
     * @param colours red, green and blue of each pixel, row by row, in 8 bits each
     */
    public void paste(int[] colours, int columns) {
        DrawingCanvas now = canvas.get();
        if (now != null && columns > 0 && colours.length >= columns) {
            change(DrawingCanvas.pasted(now.shape(), colours, columns), "canvas paste");
        }
    }

    /** Takes a canvas that was kept as {@link DrawingCanvas#numbers}. */
    public void take(float[] numbers) {
        DrawingCanvas now = canvas.get();
        if (now != null && numbers.length == now.numbers(0).length) {
            strokes++;
            change(DrawingCanvas.of(now.shape(), numbers), "canvas kept " + strokes);
        }
    }

    /** Closes all holes. */
    public void closeHoles() {
        DrawingCanvas now = canvas.get();
        if (now != null) {
            change(new DrawingCanvas(now.shape(), now.pixels(), new boolean[now.holes().length]), "canvas mend");
        }
    }

    /** Copies an image of a grid to the canvas, if it has the same shape. */
    public void copyImage(SampleGrid grid, int index) {
        DrawingCanvas now = canvas.get();
        if (now != null && now.shape().equals(grid.shape())) {
            change(DrawingCanvas.of(grid, index), "canvas " + index + " " + System.identityHashCode(grid));
        }
    }

    /** Reads an image file that the user chooses. */
    public void openFile() {
        prompts.chooseImage(this::openFile);
    }

    /** Reads an image file. */
    public void openFile(Path file) {
        DrawingCanvas now = canvas.get();
        if (now != null) {
            ImageShape shape = now.shape();
            tasks.run(() -> read(file, shape));
        }
    }
}
