package org.ganvas.session.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.metrics.PointComparison;
import org.ganvas.metrics.PointMetric;

/** Evaluator of 2-D points: modes, high quality, divergences on a histogram, sliced Wasserstein distances. */
final class PointEvaluator implements GeneratorEvaluator {

    /** The number in papers on mixtures of Gaussians; fewer where a file has fewer. */
    private static final int POINTS = 2500;

    private static final int SEED = 1;

    private final PointComparison real;
    private final Map<PointMetric, Double> floors = new EnumMap<>(PointMetric.class);

    /** @param test independent points where there are any; else the data is split */
    PointEvaluator(Dataset data, Optional<Dataset> test) {
        Dataset shuffled = DatasetSubset.shuffled(data, SEED);
        int count = Math.max(1, Math.min(POINTS, test.map(Dataset::size).orElse(shuffled.size() / 2)));
        float[] first = test.isPresent()
                ? points(DatasetSubset.shuffled(test.get(), SEED), 0, count)
                : points(shuffled, shuffled.size() - count, count);
        float[] second = points(shuffled, 0, Math.min(count, shuffled.size()));
        real = new PointComparison(
                first,
                first,
                PointBounds.around(points(data, 0, data.size())),
                data.modes().orElse(null));
        for (PointMetric metric : PointMetric.of(real.modes())) {
            floors.put(metric, second.length == first.length ? metric.floor(real, second) : Double.NaN);
        }
    }

    private static float[] points(Dataset data, int from, int count) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            data.copyImage(from + i, points, 2 * i);
        }
        return points;
    }

    @Override
    public List<Result> evaluate(GeneratorProbe probe) {
        int count = real.size();
        float[] latents = new float[count * probe.spec().latentDim()];
        SeededRandomStream random = new SeededRandomStream(SEED, Purpose.EVALUATION, 1);
        probe.spec().game().prior().fill(random, latents);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(Math.max(1, probe.spec().classes()));
        }
        PointComparison generated = real.withEvaluated(probe.generate(latents, labels));
        List<Result> results = new ArrayList<>();
        floors.forEach((metric, floor) ->
                results.add(new Result(metric.name().toLowerCase(Locale.ROOT), metric.value(generated), floor)));
        return results;
    }

    @Override
    public void close() {
        // Only arrays.
    }
}
