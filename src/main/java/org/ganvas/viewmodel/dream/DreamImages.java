package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.dream.DreamFilm;
import org.ganvas.session.dream.DreamRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The image that is changed and the image whose style it gets: from files, from the run, or drawn. FX thread. */
public final class DreamImages {

    private static final int PATTERN_SIDE = 128;

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final UndoStack undo;
    private final FrameTasks tasks;
    private final Supplier<@Nullable DrawingCanvas> board;
    private final Map<Role, ReadOnlyObjectWrapper<SampleGrid>> images = new EnumMap<>(Role.class);
    private TrainingSnapshot latest = TrainingSnapshot.EMPTY;
    private int nextSample;
    private int nextReal;

    /** The two images. */
    public enum Role {
        CONTENT,
        STYLE
    }

    DreamImages(
            UserPrompts prompts,
            NoticesViewModel notices,
            UndoStack undo,
            Executor io,
            Supplier<@Nullable DrawingCanvas> board) {
        this.prompts = prompts;
        this.notices = notices;
        this.undo = undo;
        this.board = board;
        tasks = new FrameTasks(io, notices::reportInternalError);
        images.put(Role.CONTENT, new ReadOnlyObjectWrapper<>(DreamFilm.grid(pattern(0))));
        images.put(Role.STYLE, new ReadOnlyObjectWrapper<>(DreamFilm.grid(pattern(1))));
    }

    /** Built-in images, so that there is always one: discs and waves in colours. */
    private static PixelImage pattern(int kind) {
        int side = PATTERN_SIDE;
        float[] pixels = new float[3 * side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double radius = Math.hypot(x - 0.45 * side, y - 0.55 * side) / side;
                double wave = Math.sin(0.35 * x + 4 * Math.sin(0.06 * y)) * Math.cos(0.22 * y + 2 * Math.sin(0.05 * x));
                double base = kind == 0 ? (radius < 0.28 ? 0.6 : -0.35 + 0.5 * y / side) : wave;
                for (int c = 0; c < 3; c++) {
                    double tint = kind == 0
                            ? (radius < 0.28 ? 0.3 - 0.35 * c : 0.3 * (c - 1))
                            : 0.5 * Math.sin(0.05 * (x + y) + 2.1 * c);
                    pixels[(c * side + y) * side + x] = (float) Math.max(-1, Math.min(1, 0.7 * base + tint));
                }
            }
        }
        return new PixelImage(new ImageShape(3, side, side), pixels);
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        latest = snapshot;
    }

    void onFrame() {
        tasks.runFinished();
    }

    private ReadOnlyObjectWrapper<SampleGrid> property(Role role) {
        return Objects.requireNonNull(images.get(role));
    }

    private void choose(Role role, SampleGrid image) {
        ReadOnlyObjectWrapper<SampleGrid> property = property(role);
        SampleGrid before = property.get();
        property.set(image);
        undo.push(
                new UndoKey("undo.dream", role),
                () -> {
                    property.set(before);
                    return true;
                },
                () -> {
                    property.set(image);
                    return true;
                });
    }

    private Runnable read(Role role, Path file) {
        try {
            SampleGrid read = DreamFilm.grid(SingleImageReader.readWhole(file, DreamRequest.MAX_SIDE));
            return () -> {
                notices.attemptSucceeded();
                choose(role, read);
            };
        } catch (DataException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    static PixelImage pixels(SampleGrid grid) {
        return new PixelImage(grid.shape(), grid.pixels());
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<SampleGrid> imageProperty(Role role) {
        return property(role).getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Reads an image file that the user chooses. */
    public void openFile(Role role) {
        prompts.chooseImage(file -> openFile(role, file));
    }

    /** Reads an image file. */
    public void openFile(Role role, Path file) {
        tasks.run(() -> read(role, file));
    }

    /** Takes the next image of the sample grid. */
    public void takeSample(Role role) {
        nextSample = take(role, latest.generated(), nextSample);
    }

    /** Takes the next real image that is shown beside the sample grid. */
    public void takeReal(Role role) {
        nextReal = take(role, latest.real(), nextReal);
    }

    private int take(Role role, @Nullable SampleGrid grid, int next) {
        if (grid == null || grid.shape().isPoint()) {
            notices.showRemark(Messages.text("dream.image.none"));
            return next;
        }
        choose(role, grid.image(next % grid.count()));
        return (next + 1) % grid.count();
    }

    /** Takes what is on the drawing board of the Explore screen. */
    public void takeDrawing(Role role) {
        DrawingCanvas canvas = board.get();
        if (canvas == null) {
            notices.showRemark(Messages.text("dream.image.noBoard"));
        } else {
            choose(role, DreamFilm.grid(new PixelImage(canvas.shape(), canvas.pixels())));
        }
    }

    /** Takes the built-in image. */
    public void takePattern(Role role) {
        choose(role, DreamFilm.grid(pattern(role.ordinal())));
    }

    /** Takes a result as the image to change next. */
    void takeResult(SampleGrid result) {
        choose(Role.CONTENT, result);
    }
}
