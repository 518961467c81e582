package org.ganvas.session.run;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Condition on an evaluation metric: a bound to be reached, or a plateau. Immutable, any thread.
 *
 * @param metric id of the metric
 * @param kind of the condition
 * @param value the bound; of a plateau the number of evaluations without a better one
 */
public record MetricGoal(String metric, Kind kind, double value) {

    /** Kinds of conditions. */
    public enum Kind {
        /** The value is at least the bound. */
        AT_LEAST(">="),
        /** The value is at most the bound. */
        AT_MOST("<="),
        /** No value was higher for so many evaluations. */
        HIGHEST_FOR("^"),
        /** No value was lower for so many evaluations. */
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
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There is no goal %s %s %s.", metric, kind.symbol, value));
        }
    }

    /**
     * Parses {@code coverage>=0.9}, {@code js<=0.02}, {@code coverage^10} (no higher value for ten evaluations) or
     * {@code js_10} (no lower one).
     *
     * @throws SpecException if it is none of these
     */
    public static MetricGoal parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        try {
            if (form.matches()) {
                for (Kind kind : Kind.values()) {
                    if (kind.symbol.equals(form.group(2))) {
                        return new MetricGoal(form.group(1), kind, Double.parseDouble(form.group(3)));
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new SpecException(Message.of("session.goal.unreadable", text), e);
        }
        throw new SpecException(Message.of("session.goal.unreadable", text));
    }

    /** Whether the newest values reach it. */
    public boolean isMet(MetricLog log) {
        List<MetricLog.MetricValue> all = log.read(metric);
        if (all.isEmpty()) {
            return false;
        }
        double last = all.get(all.size() - 1).value();
        return switch (kind) {
            case AT_LEAST -> last >= value;
            case AT_MOST -> last <= value;
            case HIGHEST_FOR -> countSinceBest(all, 1) >= value;
            case LOWEST_FOR -> countSinceBest(all, -1) >= value;
        };
    }

    /** Number of evaluations after the best one. */
    private static int countSinceBest(List<MetricLog.MetricValue> all, int sign) {
        int best = 0;
        for (int i = 1; i < all.size(); i++) {
            if (sign * all.get(i).value() > sign * all.get(best).value()) {
                best = i;
            }
        }
        return all.size() - 1 - best;
    }

    /** In the form that {@link #parse} takes. */
    @Override
    public String toString() {
        return metric + kind.symbol + value;
    }
}
