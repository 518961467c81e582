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
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.data.transform.MovedPoints;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.metrics.PointComparison;
import org.ganvas.metrics.PointMetric;

/** Evaluator of 2-D points: modes, high quality, divergences on a histogram, sliced Wasserstein distances. */
final class PointEvaluator implements GeneratorEvaluator {

    /** The number in papers on mixtures of Gaussians; fewer where a file has fewer. */
    private static final int POINTS = 2500;

    private static final int SEED = 1;

    private final Dataset data;
    private final Optional<Dataset> test;
    private SimilarityTransform place = SimilarityTransform.IDENTITY;
    private PointComparison real;
    private Map<PointMetric, Double> floors;

    /** @param test independent points where there are any; else the data is split */
    PointEvaluator(Dataset data, Optional<Dataset> test) {
        this.data = data;
        this.test = test;
        real = real(data, test);
        floors = floors(data);
    }

    private static PointComparison real(Dataset data, Optional<Dataset> test) {
        Dataset shuffled = DatasetSubset.shuffled(data, SEED);
        int count = count(data, test);
        float[] first = test.isPresent()
                ? points(DatasetSubset.shuffled(test.get(), SEED), 0, count)
                : points(shuffled, shuffled.size() - count, count);
        return new PointComparison(
                first,
                first,
                PointBounds.around(points(data, 0, data.size())),
                data.modes().orElse(null));
    }

    private static int count(Dataset data, Optional<Dataset> test) {
        return Math.max(1, Math.min(POINTS, test.map(Dataset::size).orElse(data.size() / 2)));
    }

    private Map<PointMetric, Double> floors(Dataset training) {
        float[] first = real.real();
        float[] second = points(DatasetSubset.shuffled(training, SEED), 0, Math.min(first.length / 2, training.size()));
        Map<PointMetric, Double> values = new EnumMap<>(PointMetric.class);
        for (PointMetric metric : PointMetric.of(real.modes())) {
            values.put(metric, second.length == first.length ? metric.floor(real, second) : Double.NaN);
        }
        return values;
    }

    /** The same real points where they are now: all of them are moved, those that were held out too. */
    private void follow(SimilarityTransform newPlace) {
        if (!newPlace.equals(place)) {
            place = newPlace;
            Dataset moved = MovedPoints.of(data, place);
            real = real(moved, test.map(held -> MovedPoints.of(held, newPlace)));
            floors = floors(moved);
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
    public List<Result> evaluate(GeneratorProbe probe, SimilarityTransform placeOfData) {
        follow(placeOfData);
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
