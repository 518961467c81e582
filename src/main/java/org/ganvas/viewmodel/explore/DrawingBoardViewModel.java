package org.ganvas.viewmodel.explore;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.image.SingleImage;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The drawing board: a picture to look for, drawn, dropped, or taken from a grid, and holes in it. FX thread. */
public final class DrawingBoardViewModel {

    private static final double SPACING = 0.5;

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final UndoStack undo;
    private final FrameTasks chores;
    private final ReadOnlyObjectWrapper<@Nullable DrawingCanvas> sheet = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<DrawingCanvas.Pen> pen = new SimpleObjectProperty<>(DrawingCanvas.Pen.DRAW);
    private final ObjectProperty<float[]> ink = new SimpleObjectProperty<>(new float[] {1, 1, 1});
    private final DoubleProperty width = new SimpleDoubleProperty(2.5);
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private long strokes;

    DrawingBoardViewModel(UserPrompts prompts, NoticesViewModel notices, UndoStack undo, Executor io) {
        this.prompts = prompts;
        this.notices = notices;
        this.undo = undo;
        chores = new FrameTasks(io, notices::reportInternalError);
    }

    /** Room for pictures of another generator; what is on the sheet stays where it still fits. */
    void fit(ImageShape shape) {
        DrawingCanvas now = sheet.get();
        if (shape.isPoint()) {
            sheet.set(null);
        } else if (now == null || !now.shape().equals(shape)) {
            sheet.set(DrawingCanvas.blank(shape));
        }
    }

    void onFrame() {
        chores.runFinished();
    }

    private void change(DrawingCanvas next, String kind) {
        DrawingCanvas before = sheet.get();
        sheet.set(next);
        undo.push(kind, () -> put(before), () -> put(next));
    }

    /** A sheet of another generator's pictures stays. */
    private boolean put(@Nullable DrawingCanvas other) {
        DrawingCanvas now = sheet.get();
        if (other != null && now != null && now.shape().equals(other.shape())) {
            sheet.set(other);
        }
        return true;
    }

    private Runnable read(Path file, ImageShape shape) {
        try {
            float[] pixels = SingleImage.read(file, shape);
            DrawingCanvas read = new DrawingCanvas(shape, pixels, new boolean[shape.width() * shape.height()]);
            return () -> {
                DrawingCanvas now = sheet.get();
                if (now != null && now.shape().equals(shape)) {
                    change(read, "sheet " + file);
                }
            };
        } catch (DataException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    // ---- Properties ----

    /** What is on the board; null where the generator makes no pictures. */
    public ReadOnlyObjectProperty<@Nullable DrawingCanvas> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public ObjectProperty<DrawingCanvas.Pen> penProperty() {
        return pen;
    }

    /** Red, green and blue, in [-1, 1]; of grey pictures the first. */
    public ObjectProperty<float[]> inkProperty() {
        return ink;
    }

    /** Width of the pen, in pixels of the picture. */
    public DoubleProperty widthProperty() {
        return width;
    }

    // ---- Commands ----

    /** Puts the pen down, in pixels of the picture. */
    public void press(double x, double y) {
        lastX = Double.NaN;
        strokes++;
        drag(x, y);
    }

    /** Draws on to another place. */
    public void drag(double x, double y) {
        DrawingCanvas now = sheet.get();
        if (now == null) {
            return;
        }
        double fromX = Double.isNaN(lastX) ? x : lastX;
        double fromY = Double.isNaN(lastX) ? y : lastY;
        int dabs = Math.max(1, (int) Math.ceil(Math.hypot(x - fromX, y - fromY) / SPACING));
        DrawingCanvas next = now;
        for (int i = 1; i <= dabs; i++) {
            double t = i / (double) dabs;
            next = next.dabbed(pen.get(), fromX + t * (x - fromX), fromY + t * (y - fromY), width.get() / 2, ink.get());
        }
        change(next, "stroke " + strokes);
        lastX = x;
        lastY = y;
    }

    /** An empty sheet. */
    public void clear() {
        DrawingCanvas now = sheet.get();
        if (now != null) {
            change(DrawingCanvas.blank(now.shape()), "sheet clear");
        }
    }

    /** Closes all holes. */
    public void mend() {
        DrawingCanvas now = sheet.get();
        if (now != null) {
            change(new DrawingCanvas(now.shape(), now.pixels(), new boolean[now.holes().length]), "sheet mend");
        }
    }

    /** Takes a picture out of a grid, if it is of the right shape. */
    public void take(SampleGrid grid, int index) {
        DrawingCanvas now = sheet.get();
        if (now != null && now.shape().equals(grid.shape())) {
            change(DrawingCanvas.of(grid, index), "sheet " + index + " " + System.identityHashCode(grid));
        }
    }

    /** Takes a picture from a file of choice. */
    public void openFile() {
        prompts.chooseImage().ifPresent(this::openFile);
    }

    /** The same with a known file. */
    public void openFile(Path file) {
        DrawingCanvas now = sheet.get();
        if (now != null) {
            ImageShape shape = now.shape();
            chores.run(() -> read(file, shape));
        }
    }
}
