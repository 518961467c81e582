package org.ganvas.viewmodel.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.state.WeightAddress;

/** Names and values of what was changed while a run trained: settings, and single weights. Pure functions, FX thread. */
public final class ChangeNames {

    private static final MathContext DIGITS = new MathContext(4);
    private static final String PENALTY = "penalty";
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e6;

    private ChangeNames() {}

    /** Name of what a change with this key changed; the key itself where it is not known. */
    public static String of(String key) {
        WeightAddress weight = WeightAddress.ofKey(key);
        String setting = "change." + key;
        return weight != null ? of(weight) : Messages.has(setting) ? Messages.text(setting) : key;
    }

    /** Name of a weight, with layers and units counted from 1. */
    public static String of(WeightAddress weight) {
        return Messages.text(
                weight.isBias() ? "weight.bias" : "weight.weight",
                Messages.text("weight." + weight.player()),
                NumberFormats.count(weight.layer()),
                NumberFormats.count(weight.input() + 1L),
                NumberFormats.count(weight.unit() + 1L));
    }

    /** A change as a sentence, with its values as they were written down. */
    public static String sentence(String key, String before, String after) {
        boolean weight = WeightAddress.ofKey(key) != null;
        return Messages.text(
                weight ? "chart.change.weight" : "chart.change", of(key), value(key, before), value(key, after));
    }

    /** A value that was written down: of a weight with four digits, of a setting as its control shows it. */
    public static String value(String key, String noted) {
        if (WeightAddress.ofKey(key) == null) {
            return key.equals(PENALTY) ? penalties(noted) : NumberFormats.settingText(noted);
        }
        try {
            return weight(Double.parseDouble(noted));
        } catch (NumberFormatException notANumber) {
            return noted;
        }
    }

    /** Gradient penalties, noted as {@code real 10.0 + generated 5.0}, in words; numbers alone as they are. */
    private static String penalties(String noted) {
        return Stream.of(noted.split(" \\+ ")).map(ChangeNames::penalty).collect(Collectors.joining(" + "));
    }

    private static String penalty(String noted) {
        int space = noted.indexOf(' ');
        String words = "change.penalty." + noted.substring(0, Math.max(0, space));
        return space > 0 && Messages.has(words)
                ? Messages.text(words, NumberFormats.settingText(noted.substring(space + 1)))
                : NumberFormats.settingText(noted);
    }

    /** A weight with four digits. */
    public static String weight(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        boolean plain = Math.abs(value) >= SMALL && Math.abs(value) < LARGE;
        String text = plain
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.3e", value);
        return text.replace('-', '−');
    }
}
