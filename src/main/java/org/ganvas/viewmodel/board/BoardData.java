package org.ganvas.viewmodel.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.data.FileException;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawingText;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.points.PointFileReader;
import org.ganvas.message.Message;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The way of a drawing into the run that trains, into a new run, and from and into files. FX thread. */
public final class BoardData {

    private static final String FILE = "drawing.csv";

    private final TrainingSession session;
    private final UserPrompts prompts;
    private final UndoStack undo;
    private final Consumer<String> newRun;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("lab.board.use.noRun");
    private final ReadOnlyStringWrapper newRunObstacle = new ReadOnlyStringWrapper("lab.board.blank.disabled");
    private @Nullable PointBoardViewModel board;
    private @Nullable RunInfo run;

    /** What the drawing's way leads through. */
    public record Dependencies(TrainingSession session, UserPrompts prompts, UndoStack undo, Executor io) {}

    /**
     * @param newRun loads a run on the data of an id
     */
    public BoardData(Dependencies dependencies, NoticesViewModel notices, Consumer<String> newRun) {
        session = dependencies.session();
        prompts = dependencies.prompts();
        undo = dependencies.undo();
        this.newRun = newRun;
        this.notices = notices;
        tasks = new FrameTasks(dependencies.io(), notices::reportInternalError);
    }

    void attach(PointBoardViewModel ofDrawing) {
        board = ofDrawing;
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        run = snapshot.run();
        onDrawing();
    }

    void onFrame() {
        tasks.runFinished();
    }

    private Drawing drawing() {
        return board == null ? Drawing.EMPTY : board.drawingProperty().get();
    }

    void onDrawing() {
        RunInfo now = run;
        boolean blank = drawing().isEmpty();
        newRunObstacle.set(blank ? "lab.board.blank.disabled" : "");
        if (now == null) {
            obstacle.set("lab.board.use.noRun");
        } else if (!now.spec().image().isPoint()) {
            obstacle.set("lab.board.use.images");
        } else if (blank) {
            obstacle.set("lab.board.blank.disabled");
        } else {
            obstacle.set(isUsedBy(now) ? "lab.board.use.used" : "");
        }
    }

    /** Whether a run trains on the drawing; without its id, which takes long to find for many strokes. */
    private boolean isUsedBy(RunInfo now) {
        Drawing shown = drawing();
        return DrawingLibrary.find(now.request().dataId()).filter(shown::equals).isPresent();
    }

    // ---- Properties ----

    /** Key of the reason why the run cannot train on the drawing; empty where it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Key of the reason why no run can be started on the drawing, or it cannot be saved; empty where it can. */
    public ReadOnlyStringProperty newRunObstacleProperty() {
        return newRunObstacle.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Trains on the drawing from the next step on, with the weights as they are. */
    public void useNow() {
        Dataset before = session.data();
        RunInfo now = run;
        if (now == null || before == null || !obstacle.get().isEmpty()) {
            return;
        }
        Drawing chosen = drawing();
        DrawingLibrary.keep(chosen);
        tasks.run(() -> {
            DrawnDataset data = DrawnDataset.of(chosen);
            DatasetFingerprint.of(data);
            return () -> submit(now.number(), before, data);
        });
    }

    private void submit(int number, Dataset before, Dataset data) {
        session.submit(new TrainingCommand.UseData(number, data));
        undo.push(new UndoKey("undo.useDrawing", data.id()), () -> use(number, before), () -> use(number, data));
    }

    private boolean use(int number, Dataset data) {
        session.submit(new TrainingCommand.UseData(number, data));
        return true;
    }

    /** Starts a run on the drawing. */
    public void startRun() {
        Drawing chosen = drawing();
        if (!chosen.isEmpty()) {
            DrawingLibrary.keep(chosen);
            newRun.accept(chosen.id());
        }
    }

    /** Takes a drawing, or a table of points, from a file; undo brings back what was on the board. */
    public void openFile() {
        prompts.choosePoints(file -> tasks.run(() -> {
            try {
                Drawing read = read(file);
                return () -> show(read);
            } catch (DataException e) {
                String reason = Messages.text(e.message());
                return () -> notices.report(reason);
            } catch (IOException e) {
                String reason = Messages.text(Message.of("data.points.unreadable", file, FileException.reason(e)));
                return () -> notices.report(reason);
            }
        }));
    }

    private void show(Drawing read) {
        if (board != null) {
            board.change(read);
        }
    }

    private static Drawing read(Path file) throws DataException, IOException {
        byte[] start = new byte[DrawingText.TITLE.length()];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(start, 0, start.length);
            if (length == start.length && new String(start, StandardCharsets.UTF_8).equals(DrawingText.TITLE)) {
                return DrawingText.read(Files.readString(file));
            }
        }
        return DrawingText.ofPoints(PointFileReader.read(file, file.toString(), ProgressListener.NONE));
    }

    /** Writes the strokes to a file that {@link #openFile} reads again exactly. */
    public void saveFile() {
        String text = DrawingText.write(drawing());
        prompts.chooseExport(
                FILE,
                file -> tasks.run(() -> {
                    try {
                        ExportFileWriter.save(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
                        return () -> notices.showSaved(Messages.text("lab.board.saved", file.getFileName()), file);
                    } catch (ProjectException e) {
                        String reason = Messages.text(e.message());
                        return () -> notices.report(reason);
                    }
                }));
    }
}
