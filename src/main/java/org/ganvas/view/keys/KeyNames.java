package org.ganvas.view.keys;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Names of keys as they stand on a keyboard, for the list of shortcuts. Pure functions, any thread. */
public final class KeyNames {

    private KeyNames() {}

    /** Name of a key with its modifiers, those as the menu writes them. */
    public static String of(KeyCombination keys) {
        if (!(keys instanceof KeyCodeCombination coded)) {
            return keys.getDisplayText();
        }
        String withLetter = new KeyCodeCombination(
                        KeyCode.A,
                        coded.getShift(),
                        coded.getControl(),
                        coded.getAlt(),
                        coded.getMeta(),
                        coded.getShortcut())
                .getDisplayText();
        return withLetter.substring(0, withLetter.length() - 1) + name(coded.getCode());
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case PLUS -> "+";
            case MINUS -> "−";
            case EQUALS -> "=";
            case COMMA -> ",";
            case PERIOD -> ".";
            case SLASH -> "/";
            default -> code.getName();
        };
    }
}
