package org.ganvas.session.run;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A measure to be reached, or to stop getting better. Immutable, any thread.
 *
 * @param metric the measure's id
 * @param kind what is wanted of it
 * @param value the bound; of a plateau the number of measurements without a better one
 */
public record MetricGoal(String metric, Kind kind, double value) {

    /** What can be wanted. */
    public enum Kind {
        /** The value is at least the bound. */
        AT_LEAST(">="),
        /** The value is at most the bound. */
        AT_MOST("<="),
        /** No value was higher for so many measurements. */
        HIGHEST_FOR("^"),
        /** No value was lower for so many measurements. */
        LOWEST_FOR("_");

        private final String symbol;

        Kind(String symbol) {
            this.symbol = symbol;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z0-9_]*[a-z0-9])\\s*(>=|<=|\\^|_)\\s*([0-9.eE+-]+)\\s*");

    public MetricGoal {
        boolean plateau = kind == Kind.HIGHEST_FOR || kind == Kind.LOWEST_FOR;
        if (metric.isEmpty() || !Double.isFinite(value) || plateau && value < 1) {
            throw new IllegalArgumentException("There is no goal %s %s %s.".formatted(metric, kind.symbol, value));
        }
    }

    /**
     * Reads {@code coverage>=0.9}, {@code js<=0.02}, {@code coverage^10} (no higher value for ten measurements) or
     * {@code js_10} (no lower one).
     *
     * @throws IllegalArgumentException if it is none of these, with a sentence
     */
    public static MetricGoal parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (form.matches()) {
            for (Kind kind : Kind.values()) {
                if (kind.symbol.equals(form.group(2))) {
                    return new MetricGoal(form.group(1), kind, Double.parseDouble(form.group(3)));
                }
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no goal; write for example coverage>=0.9, js<=0.02, or coverage^10 for 'no higher value ten times'."
                        .formatted(text));
    }

    /** Whether it is reached. */
    public boolean isMet(MetricLog log) {
        List<MetricLog.MetricValue> all = log.read(metric);
        if (all.isEmpty()) {
            return false;
        }
        double last = all.get(all.size() - 1).value();
        return switch (kind) {
            case AT_LEAST -> last >= value;
            case AT_MOST -> last <= value;
            case HIGHEST_FOR -> sinceBest(all, 1) >= value;
            case LOWEST_FOR -> sinceBest(all, -1) >= value;
        };
    }

    /** Measurements after the best one. */
    private static int sinceBest(List<MetricLog.MetricValue> all, int sign) {
        int best = 0;
        for (int i = 1; i < all.size(); i++) {
            if (sign * all.get(i).value() > sign * all.get(best).value()) {
                best = i;
            }
        }
        return all.size() - 1 - best;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return metric + kind.symbol + value;
    }
}
