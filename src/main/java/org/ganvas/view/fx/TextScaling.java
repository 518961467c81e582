package org.ganvas.view.fx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.layout.Region;

/**
 * Scaling of text from 1 to 2 times the usual size. The style sheet has sizes in pixels, because relative sizes
 * multiply in nested styles; a larger size is the same sheet with larger numbers. FX thread.
 */
public final class TextScaling {

    /** Properties that scale with the text: fonts, icons, and fixed heights and small widths of text containers. */
    private static final Pattern SIZE = Pattern.compile(
            "(-fx-font-size|-fx-icon-size|-fx-(?:min|pref|max)-height|-fx-(?:min|pref)-width): (\\d+(?:\\.\\d+)?)px");

    private static final double SMALLEST_SCALED_LENGTH = 15;
    private static final Pattern ALWAYS_SCALED = Pattern.compile("-fx-(font|icon)-size");

    private static final ReadOnlyDoubleWrapper FACTOR = new ReadOnlyDoubleWrapper(1);

    private TextScaling() {}

    /** Applies the text size of the setting to a theme from now on. */
    public static void bind(ObservableIntegerValue percent, WindowTheme theme) {
        percent.addListener((property, old, now) -> set(now.doubleValue() / 100, theme));
        set(percent.get() / 100.0, theme);
    }

    private static void set(double wanted, WindowTheme theme) {
        if (wanted != FACTOR.get()) {
            FACTOR.set(wanted);
            theme.apply();
        }
    }

    /** Scale of the text: 1 is the usual size. */
    public static ReadOnlyDoubleProperty factorProperty() {
        return FACTOR.getReadOnlyProperty();
    }

    /** Sets a minimum width that scales with the text. */
    public static void scaleMinWidth(Region pane, double least) {
        ViewBindings.listen(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setMinWidth(of(least)));
        pane.setMinWidth(of(least));
    }

    /** Sets a preferred width that scales with the text. */
    public static void scalePrefWidth(Region pane, double width) {
        ViewBindings.listen(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setPrefWidth(of(width)));
        pane.setPrefWidth(of(width));
    }

    /** Sets a minimum height that scales with the text. */
    public static void scaleMinHeight(Region pane, double least) {
        ViewBindings.listen(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setMinHeight(of(least)));
        pane.setMinHeight(of(least));
    }

    /** Sets a preferred height that scales with the text. */
    public static void scalePrefHeight(Region pane, double height) {
        ViewBindings.listen(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setPrefHeight(of(height)));
        pane.setPrefHeight(of(height));
    }

    /** Length for the current text size, from the length at the usual size. */
    public static double of(double pixels) {
        return pixels * FACTOR.get();
    }

    /** Style sheet with scaled sizes; dots, marks and gaps stay unchanged. */
    static String scaled(String sheet, double by) {
        return SIZE.matcher(sheet).replaceAll(found -> {
            double size = Double.parseDouble(found.group(2));
            boolean grows = ALWAYS_SCALED.matcher(found.group(1)).matches() || size >= SMALLEST_SCALED_LENGTH;
            return String.format(Locale.ROOT, "%s: %.2fpx", found.group(1), grows ? size * by : size);
        });
    }

    /** URL of a style sheet in the current text size: its own where that is the usual one. */
    static String address(String original, String sheet) {
        if (FACTOR.get() == 1) {
            return original;
        }
        byte[] bytes = scaled(sheet, FACTOR.get()).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
