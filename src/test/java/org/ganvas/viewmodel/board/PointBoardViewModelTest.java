package org.ganvas.viewmodel.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.viewmodel.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PointBoardViewModelTest {

    @TempDir
    private Path folder;

    private final WindowFixture window = WindowFixture.ready();
    private final PointBoardViewModel board = window.window.lab().board();

    private void stroke(double fromX, double fromY, double toX, double toY) {
        board.begin(fromX, fromY);
        board.draw(toX, toY);
        board.end();
    }

    @Test
    void undoAndRedoAreExact() {
        List<Drawing> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            states.add(board.drawingProperty().get());
            board.tools().toolProperty().set(i == 3 ? DrawingTool.ERASER : DrawingTool.values()[i]);
            stroke(-1 + 0.1 * i, 0, 0.5, 0.2 * i);
        }
        Drawing last = board.drawingProperty().get();
        for (int i = 4; i >= 0; i--) {
            board.undo();
            assertEquals(states.get(i), board.drawingProperty().get());
        }
        assertFalse(board.undoableProperty().get());
        for (int i = 0; i < 5; i++) {
            board.redo();
        }
        assertEquals(last, board.drawingProperty().get());
        assertFalse(board.redoableProperty().get());
    }

    @Test
    void twoHundredStrokesCanBeUndone() {
        for (int i = 0; i < PointBoardViewModel.UNDO_LIMIT + 3; i++) {
            stroke(-1, 0, 1, 0.001 * i);
        }
        for (int i = 0; i < PointBoardViewModel.UNDO_LIMIT; i++) {
            assertTrue(board.undoableProperty().get());
            board.undo();
        }
        assertFalse(board.undoableProperty().get());
        assertEquals(3, board.drawingProperty().get().strokes().size());
    }

    @Test
    void mirrorsAndGridShapeTheStroke() {
        board.tools().mirrorXProperty().set(true);
        board.tools().snapProperty().set(true);
        board.tools().toolProperty().set(DrawingTool.BLOB);
        stroke(0.8, 0.3, 0.8, 0.3);
        var kernels = board.drawingProperty().get().strokes().get(0);
        assertEquals(List.of(0.75, -0.75), kernels.stream().map(one -> one.x()).toList());
        assertEquals(List.of(0.25, 0.25), kernels.stream().map(one -> one.y()).toList());
        assertEquals(2, board.contentProperty().get().outlines().size());
    }

    @Test
    void keysDrawAndEscapeGivesUp() {
        board.press();
        board.movePointer(3, 0);
        board.movePointer(0, 2);
        assertTrue(board.isDrawing());
        board.press();
        assertEquals(1, board.drawingProperty().get().strokes().size());
        board.press();
        board.movePointer(1, 1);
        board.cancel();
        assertEquals(1, board.drawingProperty().get().strokes().size());
    }

    @Test
    void fileComesBackExactlyAndDamageLeavesTheBoardAlone() throws Exception {
        stroke(-1, 0, 1, 1 / 3.0);
        Drawing drawn = board.drawingProperty().get();
        Path file = folder.resolve("points.csv");
        window.prompts.folder(folder);
        window.prompts.export(file);
        board.data().saveFile();
        window.frames(1);
        board.clear();
        board.data().openFile();
        window.frames(1);
        assertEquals(drawn, board.drawingProperty().get());
        Files.writeString(file, Files.readString(file) + "broken\n");
        board.data().openFile();
        window.frames(1);
        assertEquals(drawn, board.drawingProperty().get());
        assertTrue(window.window.notices().problemProperty().get().contains("damaged"));
        Files.writeString(file, "x,y\n0,0\n1,1\n2,0\n");
        board.data().openFile();
        window.frames(1);
        assertEquals(3, board.drawingProperty().get().size());
    }

    @Test
    void useNowKeepsTheRunAndIsUndoable() {
        assertEquals("lab.board.use.images", board.data().obstacleProperty().get());
        window.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
        assertEquals("lab.board.blank.disabled", board.data().obstacleProperty().get());
        stroke(-1, 0, 1, 0);
        assertEquals("", board.data().obstacleProperty().get());
        int run = window.window.train().runSetup().infoProperty().get().number();
        board.data().useNow();
        window.frames(2);
        TrainingCommand.UseData used = window.last(TrainingCommand.UseData.class);
        assertEquals(run, used.run());
        assertEquals(board.drawingProperty().get().id(), used.data().id());
        assertEquals("lab.board.use.used", board.data().obstacleProperty().get());
        window.window.undo().undo();
        assertEquals(
                "builtin:ring",
                window.last(TrainingCommand.UseData.class).data().id());
        window.window.undo().redo();
        assertEquals(used.data(), window.last(TrainingCommand.UseData.class).data());
    }

    @Test
    void newRunLoadsPointsEvenAfterImages() {
        stroke(-1, 0, 1, 0);
        board.data().startRun();
        window.frames(3);
        TrainingCommand.Load load = window.last(TrainingCommand.Load.class);
        assertEquals(board.drawingProperty().get().id(), load.request().dataId());
        assertTrue(load.request().spec().image().isPoint());
    }
}
