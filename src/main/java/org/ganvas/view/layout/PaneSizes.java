package org.ganvas.view.layout;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sizes that the user gave panes, in text units, apart for presentation mode and the usual window: leaving presentation
 * mode, another text size or another window size changes none of them. FX thread.
 */
final class PaneSizes {

    private static final Predicate<String> ENTRY =
            Pattern.compile("[a-z.]+=\\d{1,5}(\\.\\d+)?").asMatchPredicate();
    private static final String PRESENTING = "presenting.";

    /** In presentation mode the panes that are left are wider by default. */
    private static final double GROWTH = 1.4;

    private final Map<String, Double> sizes = new TreeMap<>();
    private boolean presenting;

    /** Selects the sizes of presentation mode or those of the usual window. */
    void setPresenting(boolean on) {
        presenting = on;
    }

    private String key(String pane) {
        return presenting ? PRESENTING + pane : pane;
    }

    /** Factor of the default sizes. */
    double growth() {
        return presenting ? GROWTH : 1;
    }

    OptionalDouble get(String pane) {
        Double size = sizes.get(key(pane));
        return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
    }

    void put(String pane, double size) {
        sizes.put(key(pane), size);
    }

    /** Returns a pane to its default size. */
    void remove(String pane) {
        sizes.remove(key(pane));
    }

    /** All sizes as text, for {@link #read}. */
    String text() {
        return sizes.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s=%.1f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Replaces all sizes; what is not a size is ignored. */
    void read(String text) {
        sizes.clear();
        for (String entry : text.split(" ")) {
            if (ENTRY.test(entry)) {
                int sign = entry.indexOf('=');
                sizes.put(entry.substring(0, sign), Double.valueOf(entry.substring(sign + 1)));
            }
        }
    }
}
