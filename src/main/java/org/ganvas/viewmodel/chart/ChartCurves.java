package org.ganvas.viewmodel.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Curves of each chart. Pure functions, any thread. */
final class ChartCurves {

    /** Number of colours of metrics, which are used in turn. */
    private static final int METRIC_COLOURS = 8;

    private ChartCurves() {}

    static List<ChartCurve> of(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        return kind == ChartKind.MEASURES ? metrics(curves) : scalars(kind, curves, loss);
    }

    private static List<ChartCurve> scalars(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        List<ChartCurve> lines = new ArrayList<>();
        for (TrainingScalar scalar : kind.scalars()) {
            double equilibrium = loss == null ? Double.NaN : ChartKind.equilibrium(scalar, loss);
            double[] level = Double.isNaN(equilibrium) ? new double[0] : new double[] {equilibrium};
            String symbol = Messages.text("scalar." + scalar.name() + ".symbol");
            double value = curves.shown(scalar);
            lines.add(new ChartCurve(scalar.name(), colour(scalar), symbol, curves.of(scalar), level, value, false));
        }
        if (kind == ChartKind.OBJECTIVES || kind == ChartKind.ENCODER) {
            // A game has only some of the terms.
            lines.removeIf(line -> line.curve().size() == 0);
        }
        return lines;
    }

    private static String colour(TrainingScalar scalar) {
        return switch (scalar) {
            case REAL_SCORE -> "real";
            case FAKE_SCORE,
                    GENERATOR_LOSS,
                    GENERATOR_GRADIENT,
                    GENERATOR_UPDATE,
                    GENERATOR_RATE,
                    RECONSTRUCTION,
                    PATH_LENGTH -> "generator";
            case CONTENT, ENCODER, ENCODER_LOSS -> "metric0";
            case FEATURES, ENCODER_FEATURES -> "metric1";
            case CYCLE -> "metric2";
            case IDENTITY -> "metric3";
            default -> "discriminator";
        };
    }

    private static List<ChartCurve> metrics(Curves curves) {
        List<ChartCurve> lines = new ArrayList<>();
        for (Map.Entry<String, List<MetricValue>> entry : curves.metrics().entrySet()) {
            List<MetricValue> visible = visible(entry.getValue(), curves.window());
            double[] floors = visible.stream().mapToDouble(MetricValue::floor).toArray();
            String colour = "metric" + lines.size() % METRIC_COLOURS;
            lines.add(new ChartCurve(
                    entry.getKey(),
                    colour,
                    name(entry.getKey()),
                    curve(visible),
                    floors,
                    value(entry.getValue(), curves),
                    true));
        }
        return lines;
    }

    /** Value of the last evaluation up to the step that is looked at, or in the shown range; NaN for none. */
    private static double value(List<MetricValue> all, Curves curves) {
        double until =
                curves.isPast() ? curves.lookedAt().step() : curves.window().to();
        double found = Double.NaN;
        for (MetricValue each : all) {
            found = each.step() <= until ? each.value() : found;
        }
        return found;
    }

    private static String name(String id) {
        String key = "metric." + id + ".title";
        return Messages.has(key) ? Messages.text(key) : id;
    }

    /** Evaluations in the window and one more on either side, so that lines reach the edges. */
    private static List<MetricValue> visible(List<MetricValue> all, ChartWindow window) {
        int from = 0;
        int to = all.size();
        while (from + 1 < to && all.get(from + 1).step() <= window.from()) {
            from++;
        }
        while (to - 2 >= from && all.get(to - 2).step() >= window.to()) {
            to--;
        }
        return all.subList(from, to);
    }

    private static ScalarCurve curve(List<MetricValue> metric) {
        double[] values = metric.stream().mapToDouble(MetricValue::value).toArray();
        return new ScalarCurve(
                metric.stream().mapToDouble(MetricValue::step).toArray(),
                metric.stream().mapToDouble(MetricValue::trainedSeconds).toArray(),
                values,
                values,
                values);
    }
}
