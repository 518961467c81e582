package org.ganvas.viewmodel.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the board from one start to the next. */
class DrawingAutosaveTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private static PointBoardViewModel board() {
        return new PointBoardViewModel(new BoardData(
                new BoardData.Dependencies(
                        new FakeTrainingSession(0), new FakePrompts(), new UndoStack(), Runnable::run),
                new NoticesViewModel(failure -> null),
                id -> {}));
    }

    private static void draw(PointBoardViewModel board, double x) {
        board.begin(x, 0);
        board.draw(x + 0.5, 0.25);
        board.end();
    }

    @Test
    void aDrawingThatWasNeverUsedIsThereAgain() {
        Path file = folder.resolve("state").resolve("board.csv");
        PointBoardViewModel first = board();
        DrawingAutosave saves = new DrawingAutosave(first, file, Runnable::run);
        saves.onFrame(0);
        draw(first, -1);
        draw(first, 0.5);
        saves.onFrame(SECOND);
        assertFalse(Files.exists(file), "not in the middle of drawing");
        saves.onFrame(2 * SECOND);
        assertTrue(Files.exists(file));
        PointBoardViewModel next = board();
        DrawingAutosave again = new DrawingAutosave(next, file, Runnable::run);
        again.onFrame(0);
        assertEquals(first.drawingProperty().get(), next.drawingProperty().get());
        assertFalse(next.undoableProperty().get());
        next.clear();
        again.onFrame(SECOND);
        again.onFrame(2 * SECOND);
        assertFalse(Files.exists(file), "an empty board leaves nothing");
    }

    @Test
    void whatWasDrawnMeanwhileAndABadFileAreNoProblem() throws Exception {
        Path file = folder.resolve("board.csv");
        Files.writeString(file, "stroke,x,y,sigma,weight\nnonsense");
        PointBoardViewModel board = board();
        DrawingAutosave saves = new DrawingAutosave(board, file, Runnable::run);
        saves.onFrame(0);
        assertEquals(Drawing.EMPTY, board.drawingProperty().get());
        draw(board, 0);
        Drawing mine = board.drawingProperty().get();
        saves.onFrame(SECOND);
        saves.onFrame(2 * SECOND);
        PointBoardViewModel next = board();
        draw(next, 1);
        Drawing drawnAtOnce = next.drawingProperty().get();
        new DrawingAutosave(next, file, Runnable::run).onFrame(0);
        assertEquals(drawnAtOnce, next.drawingProperty().get());
        assertFalse(mine.equals(drawnAtOnce));
    }
}
