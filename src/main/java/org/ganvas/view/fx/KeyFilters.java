package org.ganvas.view.fx;

import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Event filter for keys without modifiers: in a text field they are text and no shortcuts, and Space starts and pauses
 * even where a button clicked with the mouse or a field for a number still has the focus. FX thread.
 */
public final class KeyFilters {

    private final Scene scene;
    private final Runnable onSpace;
    private final BooleanSupplier prompting;

    private KeyFilters(Scene scene, Runnable onSpace, BooleanSupplier prompting) {
        this.scene = scene;
        this.onSpace = onSpace;
        this.prompting = prompting;
    }

    /**
     * @param prompting whether a prompt is open, which has all keys to itself
     */
    public static void install(Scene scene, Runnable onSpace, BooleanSupplier prompting) {
        EventHandler<KeyEvent> filter = new KeyFilters(scene, onSpace, prompting)::handle;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, filter);
        ViewBindings.onDispose(() -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, filter));
    }

    private void handle(KeyEvent event) {
        if (prompting.getAsBoolean() || event.isShortcutDown() || event.isAltDown() || event.isControlDown()) {
            return;
        }
        Node focus = scene.getFocusOwner();
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() == focus && isClosedMenu(focus)) {
            passOn(event);
            return;
        }
        if (focus instanceof TextField number && isNumeric(focus)) {
            handleInNumber(event, number);
        } else if (focus instanceof TextInputControl) {
            // The letter still arrives as KEY_TYPED; only the shortcut must not receive it.
            if (isPrintable(event)) {
                event.consume();
            }
        } else if (event.getCode() == KeyCode.SPACE && !wantsSpace(focus)) {
            onSpace.run();
            event.consume();
        }
    }

    /** A closed menu with the focus would swallow Escape, which is to close a banner or to leave presentation mode. */
    private static boolean isClosedMenu(@Nullable Node focus) {
        return focus instanceof MenuButton menu && !menu.isShowing();
    }

    private void passOn(KeyEvent event) {
        event.consume();
        Event.fireEvent(scene.getRoot(), event.copyFor(scene.getRoot(), scene.getRoot()));
    }

    /** A number has no spaces: Space commits it and trains with it. */
    private void handleInNumber(KeyEvent event, TextField number) {
        if (event.getCode() == KeyCode.SPACE) {
            number.fireEvent(new ActionEvent());
            onSpace.run();
        }
        if (isPrintable(event)) {
            event.consume();
        }
    }

    private static boolean isNumeric(Node focus) {
        return focus instanceof NumberField || focus instanceof SeedField;
    }

    private static boolean isPrintable(KeyEvent event) {
        return event.getCode().isLetterKey() || event.getCode() == KeyCode.SPACE;
    }

    private static boolean wantsSpace(Node focus) {
        return (focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>) && focus.isFocusVisible();
    }
}
