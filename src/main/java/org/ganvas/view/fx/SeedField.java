package org.ganvas.view.fx;

import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;

/** Text field for a seed, an integer from 0. Enter or losing the focus commits it. FX thread. */
public final class SeedField extends TextField {

    private static final Pattern DIGITS = Pattern.compile("\\d{0,12}");

    private final LongConsumer onChange;
    private long value;

    /**
     * @param take receives each new seed that the user enters
     */
    public SeedField(long first, LongConsumer take) {
        this.onChange = take;
        getStyleClass().addAll("number-field", "seed-field");
        setTextFormatter(new TextFormatter<>(
                change -> DIGITS.matcher(change.getControlNewText()).matches() ? change : null));
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(Long.toString(value))) {
                setText(Long.toString(value));
                event.consume();
            }
        });
        focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
        show(first);
    }

    /** Shows a seed unless the field is being edited. */
    public void show(long seed) {
        value = seed;
        if (!isFocused()) {
            setText(Long.toString(seed));
        }
    }

    private void commit() {
        if (!getText().isEmpty() && Long.parseLong(getText()) != value) {
            onChange.accept(Long.parseLong(getText()));
        }
        setText(Long.toString(value));
    }
}
