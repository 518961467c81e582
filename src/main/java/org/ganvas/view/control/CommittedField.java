package org.ganvas.view.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;

/**
 * Text field for one value. Enter or losing the focus commits it; what cannot be taken, and Escape, restore the old value.
 * FX thread.
 */
public abstract class CommittedField extends TextField {

    private static final Duration SHOWN = Duration.seconds(4);
    private static final double GAP = 4;

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

    /** Says for some seconds, below the field, why it shows another value than the one that was entered. */
    final void explain(String sentence) {
        Bounds place = localToScreen(getLayoutBounds());
        if (place == null) {
            return;
        }
        Tooltip reason = new Tooltip(sentence);
        reason.setId("fieldReason");
        reason.setAutoHide(true);
        reason.show(this, place.getMinX(), place.getMaxY() + GAP);
        PauseTransition end = new PauseTransition(SHOWN);
        end.setOnFinished(event -> reason.hide());
        end.play();
    }

    private void commit() {
        take(getText());
        setText(committedText());
    }
}
