package org.ganvas.view.chart;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Formatter of tick labels. FX thread. */
final class TickLabelFormatter extends StringConverter<Number> {

    private final Function<Double, String> format;

    TickLabelFormatter(Function<Double, String> format) {
        this.format = format;
    }

    @Override
    public String toString(Number number) {
        return format.apply(number.doubleValue());
    }

    @Override
    public Number fromString(String text) {
        throw new UnsupportedOperationException("Tick labels are never parsed.");
    }
}
