package org.ganvas.view.keys;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** Keys of the Translate screen. */
public final class TranslateKeys {

    public static final KeyLine PASTE =
            KeyLine.of("keys.translate.paste", KeyCode.V).with(KeyCombination.SHORTCUT_DOWN);
    public static final ControlKeys SCREEN = ControlKeys.of("screen.translate.title", PASTE);

    public static final KeyLine CHOOSE = KeyLine.of("keys.translate.next", KeyCode.ENTER);
    public static final ControlKeys CHOICES = ControlKeys.of("translate.choices.title", CHOOSE);

    public static final KeyLine REMOVE =
            KeyLine.of("explore.favourites.remove", KeyCode.DELETE).or(KeyCode.BACK_SPACE);
    public static final ControlKeys FAVOURITE = ControlKeys.of("keys.favourite", REMOVE);

    private TranslateKeys() {}

    public static List<ControlKeys> all() {
        return List.of(SCREEN, CHOICES, FAVOURITE);
    }
}
