package org.ganvas.cli.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How one measure is told in JSON. Pure functions. */
final class MetricJson {

    private MetricJson() {}

    static Map<String, Object> of(double value, double floor, OptionalDouble expected, String unit, boolean higher) {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("value", number(value));
        lines.put("floor", number(floor));
        expected.ifPresent(known -> lines.put("expectedFloor", number(known)));
        lines.put("unit", unit);
        lines.put("better", higher ? "higher" : "lower");
        return lines;
    }

    /** JSON knows no NaN. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
