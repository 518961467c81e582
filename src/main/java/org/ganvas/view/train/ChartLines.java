package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.view.chart.ChartCurve;
import org.ganvas.viewmodel.chart.ChartKind;
import org.ganvas.viewmodel.chart.ChartWindow;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** The lines of each chart. Pure functions, any thread. */
final class ChartLines {

    /** Colours there are for measures; then they begin again. */
    private static final int METRIC_COLOURS = 8;

    private ChartLines() {}

    static List<ChartCurve> of(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        return kind == ChartKind.MEASURES ? measures(curves) : metrics(kind, curves, loss);
    }

    private static List<ChartCurve> metrics(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        List<ChartCurve> lines = new ArrayList<>();
        for (TrainingScalar metric : kind.metrics()) {
            double rest = loss == null ? Double.NaN : ChartKind.rest(metric, loss);
            double[] level = Double.isNaN(rest) ? new double[0] : new double[] {rest};
            String symbol = Messages.text("scalar." + metric.name() + ".symbol");
            lines.add(new ChartCurve(metric.name(), actor(metric), symbol, curves.of(metric), level, false));
        }
        return lines;
    }

    private static String actor(TrainingScalar metric) {
        return switch (metric) {
            case REAL_SCORE -> "real";
            case FAKE_SCORE, GENERATOR_LOSS, GENERATOR_GRADIENT, GENERATOR_UPDATE, GENERATOR_RATE, RECONSTRUCTION ->
                "generator";
            default -> "discriminator";
        };
    }

    private static List<ChartCurve> measures(Curves curves) {
        List<ChartCurve> lines = new ArrayList<>();
        for (Map.Entry<String, List<MetricValue>> entry : curves.measures().entrySet()) {
            List<MetricValue> seen = inSight(entry.getValue(), curves.window());
            double[] floors = seen.stream().mapToDouble(MetricValue::floor).toArray();
            String colour = "metric" + lines.size() % METRIC_COLOURS;
            lines.add(new ChartCurve(entry.getKey(), colour, name(entry.getKey()), curve(seen), floors, true));
        }
        return lines;
    }

    private static String name(String id) {
        String key = "metric." + id + ".title";
        return Messages.has(key) ? Messages.text(key) : id;
    }

    /** Those in the window and one more on either side, so that lines reach the edges. */
    private static List<MetricValue> inSight(List<MetricValue> all, ChartWindow window) {
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

    private static ScalarCurve curve(List<MetricValue> measures) {
        double[] values = measures.stream().mapToDouble(MetricValue::value).toArray();
        return new ScalarCurve(
                measures.stream().mapToDouble(MetricValue::step).toArray(),
                measures.stream().mapToDouble(MetricValue::trainedSeconds).toArray(),
                values,
                values,
                values);
    }
}
