package org.ganvas.view.control;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.ganvas.view.fx.ViewBindings;
import org.jspecify.annotations.Nullable;

/**
 * Event filter for keys: without modifiers they are text and no shortcuts in a text field, an open list or menu, and Space
 * starts and pauses even where a button clicked with the mouse or a field for a number still has the focus; undo reaches the
 * window from a field that has nothing to undo. FX thread.
 */
public final class KeyFilters {

    private final Scene scene;
    private final Runnable onSpace;
    private final BooleanSupplier prompting;
    private final ComboBoxSearch search = new ComboBoxSearch();

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
        if (prompting.getAsBoolean() || undoesElsewhere(event)) {
            return;
        }
        if (event.isShortcutDown() || event.isAltDown() || event.isControlDown()) {
            return;
        }
        Node focus = scene.getFocusOwner();
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() == focus && isClosedMenu(focus)) {
            passOn(event);
            return;
        }
        if (focus instanceof ComboBox<?> list && search.handle(list, event)) {
            event.consume();
        } else if (event.getCode().isLetterKey() && isMenuOpen()) {
            event.consume();
        } else if (focus instanceof CommittedField number) {
            handleInNumber(event, number);
        } else if (focus instanceof TextInputControl) {
            // The character still arrives as KEY_TYPED; only the shortcut must not receive it.
            if (isPrintable(event)) {
                event.consume();
            }
        } else if (event.getCode() == KeyCode.SPACE && !wantsSpace(focus)) {
            onSpace.run();
            event.consume();
        }
    }

    /**
     * A field whose number was committed has nothing of its own to undo: the key undoes the change that it made, which the
     * field then shows.
     */
    private boolean undoesElsewhere(KeyEvent event) {
        boolean undo = event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
        if (!undo || !(scene.getFocusOwner() instanceof CommittedField field) || field.isEdited()) {
            return false;
        }
        Optional<Runnable> action = scene.getAccelerators().entrySet().stream()
                .filter(accelerator -> accelerator.getKey().match(event))
                .map(Map.Entry::getValue)
                .findFirst();
        action.ifPresent(undone -> {
            event.consume();
            undone.run();
        });
        return action.isPresent();
    }

    /** An open menu or list of choices: letters are none of the window's shortcuts then. */
    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu);
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
    private void handleInNumber(KeyEvent event, CommittedField number) {
        if (event.getCode() == KeyCode.SPACE) {
            number.fireEvent(new ActionEvent());
            onSpace.run();
        }
        if (isPrintable(event)) {
            event.consume();
        }
    }

    private static boolean isPrintable(KeyEvent event) {
        String text = event.getText();
        boolean typed = !text.isEmpty() && !Character.isISOControl(text.charAt(0));
        return typed || event.getCode().isLetterKey() || event.getCode() == KeyCode.SPACE;
    }

    private static boolean wantsSpace(Node focus) {
        return (focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>) && focus.isFocusVisible();
    }
}
