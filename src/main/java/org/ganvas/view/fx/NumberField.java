package org.ganvas.view.fx;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;

/**
 * Text field for one number. Enter or losing the focus commits it; invalid text and Escape restore the old number. FX
 * thread.
 */
public final class NumberField extends TextField {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");

    private final DoubleFunction<String> format;
    private final DoubleConsumer onChange;
    private double value;

    /**
     * @param format text of a number
     * @param take receives each new number that the user enters
     */
    public NumberField(DoubleFunction<String> format, DoubleConsumer take) {
        this.format = format;
        this.onChange = take;
        getStyleClass().add("number-field");
        // Space starts and pauses training, here as well.
        setTextFormatter(new TextFormatter<>(change -> change.getText().equals(" ") ? null : change));
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(format.apply(value))) {
                setText(format.apply(value));
                event.consume();
            }
        });
        focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
    }

    /** Shows a number unless the field is being edited. */
    public void show(double number) {
        value = number;
        if (!isFocused()) {
            setText(format.apply(number));
        }
    }

    private void commit() {
        String text = getText().strip().replace('−', '-');
        if (!text.equals(format.apply(value)) && NUMBER.matcher(text).matches()) {
            onChange.accept(Double.parseDouble(text));
        }
        setText(format.apply(value));
    }
}
