package org.ganvas.view.control;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter;
import org.ganvas.viewmodel.text.Messages;

/** Text field for one number. FX thread. */
public final class NumberField extends CommittedField {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");

    /** A comma for the decimal point; 1,000 may be either, and is not guessed at. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("([+-]?0*),(\\d+.*)|([+-]?\\d+),(\\d{1,2}|\\d{4,})");

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
        // Space starts and pauses training, here as well.
        setTextFormatter(new TextFormatter<>(change -> change.getText().equals(" ") ? null : change));
    }

    /** Shows a number unless the field is being edited. */
    public void show(double number) {
        follow(() -> value = number);
    }

    @Override
    String committedText() {
        return format.apply(value);
    }

    @Override
    void take(String text) {
        String number = text.strip().replace('−', '-');
        if (DECIMAL_COMMA.matcher(number).matches()) {
            number = number.replace(',', '.');
        }
        if (number.isEmpty() || text.equals(committedText()) || number.equals(committedText())) {
            return;
        }
        if (!NUMBER.matcher(number).matches()) {
            explain(Messages.text("field.number.refused", text, committedText()));
            return;
        }
        double before = value;
        double wanted = Double.parseDouble(number);
        onChange.accept(wanted);
        if (value != before && !format.apply(value).equals(format.apply(wanted))) {
            explain(Messages.text("field.number.limited", text, committedText()));
        }
    }
}
