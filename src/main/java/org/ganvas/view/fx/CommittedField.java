package org.ganvas.view.fx;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * Text field for one value. Enter or losing the focus commits it; what cannot be taken, and Escape, restore the old value.
 * FX thread.
 */
public abstract class CommittedField extends TextField {

    private boolean follows;

    CommittedField() {
        getStyleClass().add("number-field");
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && isEdited()) {
                setText(committedText());
                event.consume();
            }
        });
        setOnKeyTyped(event -> follows = false);
        focusedProperty().addListener((property, old, focused) -> {
            follows = false;
            if (!focused) {
                commit();
            }
        });
    }

    /** Text of the value that was committed last. */
    abstract String committedText();

    /** Takes over a text if it says another value. */
    abstract void take(String text);

    /** Shows the committed value unless the field is being edited. */
    final void refresh() {
        if (!isFocused() || follows) {
            setText(committedText());
        }
    }

    /** Whether the text is not that of the committed value. */
    final boolean isEdited() {
        return !getText().equals(committedText());
    }

    /** Shows values that are set elsewhere, although the field has the focus, until somebody types. */
    final void follow() {
        follows = true;
        refresh();
    }

    private void commit() {
        take(getText());
        setText(committedText());
    }
}
