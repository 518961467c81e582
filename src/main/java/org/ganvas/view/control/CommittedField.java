package org.ganvas.view.control;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * Text field for one value. Enter or losing the focus commits it; what cannot be taken, and Escape, restore the old value.
 * FX thread.
 */
public abstract class CommittedField extends TextField {

    CommittedField() {
        getStyleClass().add("number-field");
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && isEdited()) {
                setText(committedText());
                event.consume();
            }
        });
        focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
    }

    /** Text of the value that was committed last. */
    abstract String committedText();

    /** Takes over a text if it says another value. */
    abstract void take(String text);

    /**
     * Commits a value that was set elsewhere; it is shown unless the field is being edited.
     *
     * @param commit makes it the value of {@link #committedText}
     */
    final void follow(Runnable commit) {
        boolean shown = !isFocused() || !isEdited();
        commit.run();
        if (shown) {
            setText(committedText());
        }
    }

    /** Whether the text is not that of the committed value. */
    final boolean isEdited() {
        return !getText().equals(committedText());
    }

    private void commit() {
        take(getText());
        setText(committedText());
    }
}
