package org.ganvas.view.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class KeyLineTest {

    /** Where plus stands above the equals sign, typing it presses Shift and Equals. */
    @Test
    void plusIsAcceptedAsItIsTyped() {
        for (KeyLine line : List.of(LabKeys.ZOOM_IN, LabKeys.LARGER_RADIUS, ExploreKeys.ZOOM_IN, TrainKeys.ZOOM_IN)) {
            assertTrue(line.matches(pressed(KeyCode.EQUALS, true, false)), line.text());
            assertTrue(line.matches(pressed(KeyCode.EQUALS, false, false)), line.text());
            assertTrue(line.matches(pressed(KeyCode.ADD, false, false)), line.text());
            assertFalse(line.matches(pressed(KeyCode.EQUALS, false, true)), line.text());
        }
        assertTrue(LabKeys.ZOOM_OUT.matches(pressed(KeyCode.SUBTRACT, false, false)));
        assertTrue(LabKeys.SMALLER_RADIUS.matches(pressed(KeyCode.MINUS, false, false)));
    }

    @Test
    void furtherKeysAreAddedToThoseBefore() {
        KeyLine line = KeyLine.of("menu.redo", KeyCode.A).or(KeyCode.B).or(KeyCode.C);
        for (KeyCode code : List.of(KeyCode.A, KeyCode.B, KeyCode.C)) {
            assertTrue(line.matches(pressed(code, false, false)), code.getName());
        }
    }

    private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }
}
