package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.MeasureLog.Measure;
import org.ganvas.session.run.Metric;
import org.ganvas.view.chart.Line;
import org.ganvas.viewmodel.ChartKind;
import org.ganvas.viewmodel.ChartWindow;
import org.ganvas.viewmodel.CurvesViewModel.Curves;
import org.ganvas.viewmodel.Messages;
import org.jspecify.annotations.Nullable;

/** The lines of each chart. Pure functions, any thread. */
final class ChartLines {

    /** Colours there are for measures; then they begin again. */
    private static final int MEASURE_COLOURS = 8;

    private ChartLines() {}

    static List<Line> of(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        return kind == ChartKind.MEASURES ? measures(curves) : metrics(kind, curves, loss);
    }

    private static List<Line> metrics(ChartKind kind, Curves curves, @Nullable LossSpec loss) {
        List<Line> lines = new ArrayList<>();
        for (Metric metric : kind.metrics()) {
            double rest = loss == null ? Double.NaN : ChartKind.rest(metric, loss);
            double[] level = Double.isNaN(rest) ? new double[0] : new double[] {rest};
            String symbol = Messages.text("scalar." + metric.name() + ".symbol");
            lines.add(new Line(metric.name(), actor(metric), symbol, curves.of(metric), level, false));
        }
        return lines;
    }

    private static String actor(Metric metric) {
        return switch (metric) {
            case REAL_SCORE -> "real";
            case FAKE_SCORE, GENERATOR_LOSS, GENERATOR_GRADIENT, GENERATOR_UPDATE, GENERATOR_RATE, RECONSTRUCTION ->
                "generator";
            default -> "discriminator";
        };
    }

    private static List<Line> measures(Curves curves) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, List<Measure>> entry : curves.measures().entrySet()) {
            List<Measure> seen = inSight(entry.getValue(), curves.window());
            double[] floors = seen.stream().mapToDouble(Measure::floor).toArray();
            String colour = "measure" + lines.size() % MEASURE_COLOURS;
            lines.add(new Line(entry.getKey(), colour, name(entry.getKey()), curve(seen), floors, true));
        }
        return lines;
    }

    private static String name(String id) {
        String key = "metric." + id + ".title";
        return Messages.has(key) ? Messages.text(key) : id;
    }

    /** Those in the window and one more on either side, so that lines reach the edges. */
    private static List<Measure> inSight(List<Measure> all, ChartWindow window) {
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

    private static Curve curve(List<Measure> measures) {
        double[] values = measures.stream().mapToDouble(Measure::value).toArray();
        return new Curve(
                measures.stream().mapToDouble(Measure::step).toArray(),
                measures.stream().mapToDouble(Measure::trainedSeconds).toArray(),
                values,
                values,
                values);
    }
}
