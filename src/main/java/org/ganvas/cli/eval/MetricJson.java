package org.ganvas.cli.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** JSON object of one metric. Pure functions. */
final class MetricJson {

    private MetricJson() {}

    static Map<String, Object> of(double value, double floor, OptionalDouble expected, String unit, boolean higher) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", number(value));
        fields.put("floor", number(floor));
        expected.ifPresent(known -> fields.put("expectedFloor", number(known)));
        fields.put("unit", unit);
        fields.put("better", higher ? "higher" : "lower");
        return fields;
    }

    /** JSON has no NaN. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
