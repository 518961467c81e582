package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.Metric;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.PictureGrid;

/** Takes a run apart into its long arrays and a shell of all the rest, and puts it together again. Pure, any thread. */
final class Packing {

    private static final float[] NOTHING = new float[0];

    private Packing() {}

    static Numbers numbers(PictureGrid grid) {
        return new Numbers(List.of(grid.pixels()), List.of());
    }

    /** A grid that only knows what it was a grid of. */
    static PictureGrid shell(PictureGrid grid) {
        return new PictureGrid(grid.shape(), 0, grid.columns(), NOTHING, grid.labels(), grid.step());
    }

    static PictureGrid unpack(PictureGrid shell, Numbers numbers) {
        float[] pixels = numbers.floats().get(0);
        int rows = pixels.length / shell.columns() / shell.shape().size();
        return new PictureGrid(shell.shape(), rows, shell.columns(), pixels, shell.labels(), shell.step());
    }

    static Numbers numbers(KeptRun run) {
        List<double[]> curves = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            MetricLog.Saved saved = run.curves().get(metric);
            if (saved != null) {
                Curve curve = saved.curve();
                curves.addAll(List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth()));
            }
        }
        return new Numbers(run.state().arrays().stream().map(NamedArray::values).toList(), curves);
    }

    /** A run whose arrays are empty. */
    static KeptRun shell(KeptRun run) {
        List<NamedArray> arrays = run.state().arrays().stream()
                .map(array -> new NamedArray(array.name(), array.shape(), NOTHING))
                .toList();
        Map<Metric, MetricLog.Saved> curves = new EnumMap<>(Metric.class);
        run.curves().forEach((metric, saved) -> curves.put(metric, with(saved, Curve.EMPTY)));
        return with(run, arrays, curves);
    }

    static KeptRun unpack(KeptRun shell, Numbers numbers) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : shell.state().arrays()) {
            arrays.add(
                    new NamedArray(array.name(), array.shape(), numbers.floats().get(arrays.size())));
        }
        Map<Metric, MetricLog.Saved> curves = new EnumMap<>(Metric.class);
        int at = 0;
        for (Metric metric : Metric.values()) {
            MetricLog.Saved saved = shell.curves().get(metric);
            if (saved != null) {
                List<double[]> rows = numbers.doubles().subList(at, at + 5);
                curves.put(
                        metric,
                        with(saved, new Curve(rows.get(0), rows.get(1), rows.get(2), rows.get(3), rows.get(4))));
                at += rows.size();
            }
        }
        return with(shell, arrays, curves);
    }

    private static KeptRun with(KeptRun run, List<NamedArray> arrays, Map<Metric, MetricLog.Saved> curves) {
        return new KeptRun(
                run.info(),
                new TrainerState(run.step(), arrays),
                run.trainedSeconds(),
                curves,
                run.changes(),
                run.threads());
    }

    private static MetricLog.Saved with(MetricLog.Saved saved, Curve curve) {
        return new MetricLog.Saved(
                curve, saved.lastStep(), saved.span(), saved.inLast(), saved.average(), saved.weight());
    }
}
