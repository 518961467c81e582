package org.ganvas.view.fx;

import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;

/** A field for a seed: a whole number from 0. Enter or leaving it takes the number. FX thread. */
public final class SeedField extends TextField {

    private static final Pattern DIGITS = Pattern.compile("\\d{0,12}");

    private final LongConsumer take;
    private long value;

    /**
     * @param take is given each new seed a person enters
     */
    public SeedField(long first, LongConsumer take) {
        this.take = take;
        getStyleClass().addAll("number-field", "seed-field");
        setTextFormatter(new TextFormatter<>(
                change -> DIGITS.matcher(change.getControlNewText()).matches() ? change : null));
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setText(Long.toString(value));
            }
        });
        focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
        show(first);
    }

    /** Shows a seed, unless one is being typed. */
    public void show(long seed) {
        value = seed;
        if (!isFocused()) {
            setText(Long.toString(seed));
        }
    }

    private void commit() {
        if (!getText().isEmpty() && Long.parseLong(getText()) != value) {
            take.accept(Long.parseLong(getText()));
        }
        setText(Long.toString(value));
    }
}
