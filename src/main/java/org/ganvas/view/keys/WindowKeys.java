package org.ganvas.view.keys;

import java.util.List;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Keys of the window beside those of its menu. */
public final class WindowKeys {

    public static final String QUESTION_MARK = "?";

    public static final KeyLine REDO =
            KeyLine.of("menu.redo", KeyCode.Z).with(KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    public static final KeyLine LARGER_TEXT = KeyLine.of("menu.textSize.larger", KeyCode.PLUS)
            .or(KeyCode.ADD)
            .with(KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY)
            .or(new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
    public static final KeyLine SMALLER_TEXT = KeyLine.of("menu.textSize.smaller")
            .or(KeyCode.SUBTRACT)
            .with(KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);

    /** Typed, because where the character is depends on the keyboard. */
    private static final KeyLine SHORTCUTS =
            new KeyLine("keys.title", List.of(new KeyCharacterCombination(QUESTION_MARK)), List.of());

    public static final KeyLine CLOSE = KeyLine.of("keys.window.close", KeyCode.ESCAPE);
    public static final ControlKeys WINDOW = ControlKeys.of("keys.window", CLOSE);
    private static final ControlKeys SECOND = ControlKeys.of("keys.second", REDO, LARGER_TEXT, SMALLER_TEXT, SHORTCUTS);

    public static final KeyLine MOVE_DIVIDER_BACK = KeyLine.of("keys.divider.back", KeyCode.LEFT, KeyCode.UP);
    public static final KeyLine MOVE_DIVIDER_ON = KeyLine.of("keys.divider.forth", KeyCode.RIGHT, KeyCode.DOWN);
    public static final KeyLine RESET_DIVIDER = KeyLine.of("keys.divider.usual", KeyCode.HOME);
    public static final ControlKeys DIVIDER =
            ControlKeys.of("pane.divider", MOVE_DIVIDER_BACK, MOVE_DIVIDER_ON, RESET_DIVIDER);

    private WindowKeys() {}

    public static List<ControlKeys> all() {
        return List.of(SECOND, WINDOW, DIVIDER);
    }
}
