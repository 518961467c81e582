package org.ganvas.view.fx;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A field for one number. Enter or leaving it takes the number; what is none, and Escape, bring the old one back. FX
 * thread.
 */
public final class NumberField extends TextField {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");

    private final DoubleFunction<String> format;
    private final DoubleConsumer take;
    private double value;

    /**
     * @param format how a number is written
     * @param take is given each new number a person enters
     */
    public NumberField(DoubleFunction<String> format, DoubleConsumer take) {
        this.format = format;
        this.take = take;
        getStyleClass().add("number-field");
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setText(format.apply(value));
            }
        });
        focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
    }

    /** Shows a number, unless one is being typed. */
    public void show(double number) {
        value = number;
        if (!isFocused()) {
            setText(format.apply(number));
        }
    }

    private void commit() {
        String text = getText().strip().replace('−', '-');
        if (!text.equals(format.apply(value)) && NUMBER.matcher(text).matches()) {
            take.accept(Double.parseDouble(text));
        }
        setText(format.apply(value));
    }
}
