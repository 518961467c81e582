package org.ganvas.view.fx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.layout.Region;

/**
 * Text from the usual size to twice that. The style sheet says sizes in pixels, because sizes relative to one another
 * multiply where styles are nested; so a larger size is the same sheet with larger numbers. FX thread.
 */
public final class TextScaling {

    /** What grows with the text: the text, icons, and the fixed heights and small widths of what holds text. */
    private static final Pattern SIZE = Pattern.compile(
            "(-fx-font-size|-fx-icon-size|-fx-(?:min|pref|max)-height|-fx-(?:min|pref)-width): (\\d+(?:\\.\\d+)?)px");

    private static final double LEAST = 15;
    private static final Pattern ALWAYS = Pattern.compile("-fx-(font|icon)-size");

    private static final ReadOnlyDoubleWrapper FACTOR = new ReadOnlyDoubleWrapper(1);

    private TextScaling() {}

    /** Lets a window's theme show text in the size of the setting. */
    public static void follow(ObservableIntegerValue percent, WindowTheme theme) {
        percent.addListener((property, old, now) -> set(now.doubleValue() / 100, theme));
        set(percent.get() / 100.0, theme);
    }

    private static void set(double wanted, WindowTheme theme) {
        if (wanted != FACTOR.get()) {
            FACTOR.set(wanted);
            theme.apply();
        }
    }

    /** Lets a pane be at least so wide for text of the usual size, and wider for larger text. */
    public static void widen(Region pane, double least) {
        ViewBindings.of(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setMinWidth(of(least)));
        pane.setMinWidth(of(least));
    }

    /** Lets a pane like to be so wide for text of the usual size, and wider for larger text. */
    public static void prefer(Region pane, double width) {
        ViewBindings.of(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setPrefWidth(of(width)));
        pane.setPrefWidth(of(width));
    }

    /** Lets a pane be at least so high for text of the usual size, and higher for larger text. */
    public static void heighten(Region pane, double least) {
        ViewBindings.of(FACTOR.getReadOnlyProperty(), (property, old, now) -> pane.setMinHeight(of(least)));
        pane.setMinHeight(of(least));
    }

    /** A length that is set in code, for text of the size that is shown. */
    public static double of(double pixels) {
        return pixels * FACTOR.get();
    }

    /** Dots, marks and gaps stay as they are: only text has to be read. */
    static String scaled(String sheet, double by) {
        return SIZE.matcher(sheet).replaceAll(found -> {
            double size = Double.parseDouble(found.group(2));
            boolean grows = ALWAYS.matcher(found.group(1)).matches() || size >= LEAST;
            return String.format(Locale.ROOT, "%s: %.2fpx", found.group(1), grows ? size * by : size);
        });
    }

    /** The address of a sheet in the size that is shown: itself where that is the usual one. */
    static String address(String usual, String sheet) {
        if (FACTOR.get() == 1) {
            return usual;
        }
        byte[] bytes = scaled(sheet, FACTOR.get()).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
