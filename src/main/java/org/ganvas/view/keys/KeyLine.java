package org.ganvas.view.keys;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/**
 * What some keys of a control do. Immutable, any thread.
 *
 * @param text key of the words for it
 * @param shown keys that the list of shortcuts shows
 * @param others keys that do the same, as those of a number pad
 */
public record KeyLine(String text, List<KeyCombination> shown, List<KeyCombination> others) {

    /** Keys without a modifier. */
    public static KeyLine of(String text, KeyCode... codes) {
        return new KeyLine(text, combinations(codes), List.of());
    }

    /** Plus, which stands above the equals sign on many keyboards, with or without Shift. */
    static KeyLine plus(String text) {
        return of(text, KeyCode.PLUS).or(KeyCode.ADD, KeyCode.EQUALS).with(KeyCombination.SHIFT_ANY);
    }

    /** Minus, with or without Shift. */
    static KeyLine minus(String text) {
        return of(text, KeyCode.MINUS).or(KeyCode.SUBTRACT).with(KeyCombination.SHIFT_ANY);
    }

    /** The same with modifiers. */
    public KeyLine with(Modifier... modifiers) {
        return new KeyLine(text, modified(shown, modifiers), modified(others, modifiers));
    }

    /** The same with further keys, which the list of shortcuts leaves out. */
    public KeyLine or(KeyCode... codes) {
        return or(combinations(codes));
    }

    /** The same with one more, which the list of shortcuts leaves out. */
    KeyLine or(KeyCombination keys) {
        return or(List.of(keys));
    }

    private KeyLine or(List<KeyCombination> more) {
        return new KeyLine(
                text, shown, Stream.concat(others.stream(), more.stream()).toList());
    }

    private static List<KeyCombination> combinations(KeyCode... codes) {
        return Arrays.stream(codes).<KeyCombination>map(KeyCodeCombination::new).toList();
    }

    private static List<KeyCombination> modified(List<KeyCombination> plain, Modifier... modifiers) {
        return plain.stream()
                .<KeyCombination>map(keys -> new KeyCodeCombination(((KeyCodeCombination) keys).getCode(), modifiers))
                .toList();
    }

    /** All keys. */
    public List<KeyCombination> all() {
        return Stream.concat(shown.stream(), others.stream()).toList();
    }

    boolean matches(KeyEvent event) {
        return all().stream().anyMatch(keys -> keys.match(event));
    }
}
