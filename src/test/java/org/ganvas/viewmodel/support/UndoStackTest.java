package org.ganvas.viewmodel.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class UndoStackTest {

    private final UndoStack undo = new UndoStack();
    private int value;
    private boolean refuse;

    private boolean set(int wanted) {
        if (!refuse) {
            value = wanted;
        }
        return !refuse;
    }

    private void change(String kind, int wanted) {
        int before = value;
        undo.push(new UndoKey("name." + kind, kind), () -> set(before), () -> set(wanted));
        value = wanted;
    }

    @Test
    void undoneChangesCanBeRedone() {
        change("a", 1);
        change("b", 2);
        undo.undo();
        undo.undo();
        assertEquals(0, value);
        undo.redo();
        undo.redo();
        assertEquals(2, value);
        assertFalse(undo.redoableProperty().get());
        undo.undo();
        assertEquals(1, value);
    }

    @Test
    void clearingForgetsWhatWasDoneAndUndone() {
        change("a", 1);
        change("b", 2);
        undo.undo();
        undo.clear();
        assertFalse(undo.availableProperty().get());
        assertFalse(undo.redoableProperty().get());
        undo.undo();
        undo.redo();
        assertEquals(1, value);
    }

    @Test
    void aNewChangeForgetsUndoneChanges() {
        change("a", 1);
        undo.undo();
        assertTrue(undo.redoableProperty().get());
        change("b", 5);
        assertFalse(undo.redoableProperty().get());
        undo.redo();
        assertEquals(5, value);
    }

    @Test
    void aDraggedSliderIsRedoneToItsLastPlace() {
        change("a", 1);
        change("a", 2);
        change("a", 3);
        undo.undo();
        assertEquals(0, value);
        undo.redo();
        assertEquals(3, value);
    }

    @Test
    void aRefusedRedoCanBeTriedAgain() {
        change("a", 1);
        undo.undo();
        refuse = true;
        undo.redo();
        assertEquals(0, value);
        refuse = false;
        undo.redo();
        assertEquals(1, value);
    }

    @Test
    void theNextUndoAndRedoHaveTheNamesOfTheirChanges() {
        assertEquals("", undo.undoNameProperty().get());
        change("a", 1);
        change("b", 2);
        assertEquals("name.b", undo.undoNameProperty().get());
        undo.undo();
        assertEquals("name.a", undo.undoNameProperty().get());
        assertEquals("name.b", undo.redoNameProperty().get());
        change("c", 3);
        assertEquals("name.c", undo.undoNameProperty().get());
        assertEquals("", undo.redoNameProperty().get());
    }
}
