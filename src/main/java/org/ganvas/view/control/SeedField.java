package org.ganvas.view.control;

import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter;

/** Text field for a seed, an integer from 0. FX thread. */
public final class SeedField extends CommittedField {

    private static final Pattern DIGITS = Pattern.compile("\\d{0,12}");

    private final LongConsumer onChange;
    private long value;

    /**
     * @param take receives each new seed that the user enters
     */
    public SeedField(long first, LongConsumer take) {
        this.onChange = take;
        getStyleClass().add("seed-field");
        setTextFormatter(new TextFormatter<>(
                change -> DIGITS.matcher(change.getControlNewText()).matches() ? change : null));
        show(first);
    }

    /** Shows a seed unless the field is being edited. */
    public void show(long seed) {
        follow(() -> value = seed);
    }

    @Override
    String committedText() {
        return Long.toString(value);
    }

    @Override
    void take(String text) {
        if (!text.isEmpty() && Long.parseLong(text) != value) {
            onChange.accept(Long.parseLong(text));
        }
    }
}
