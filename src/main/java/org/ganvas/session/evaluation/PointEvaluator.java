package org.ganvas.session.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.metrics.PointComparison;
import org.ganvas.metrics.PointMetric;

/** For points of the plane: modes, high quality, divergences on a histogram, sliced Wasserstein distances. */
final class PointEvaluator implements Evaluator {

    /** As the papers on mixtures of Gaussians take; fewer where a file has fewer. */
    private static final int POINTS = 2500;

    private static final int SEED = 1;

    private final PointComparison real;
    private final Map<PointMetric, Double> floors = new EnumMap<>(PointMetric.class);

    /** @param test independent points where there are any; else the data is shared out */
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
        for (PointMetric measure : PointMetric.of(real.modes())) {
            floors.put(measure, second.length == first.length ? measure.floor(real, second) : Double.NaN);
        }
    }

    private static float[] points(Dataset data, int from, int count) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            data.copyPicture(from + i, points, 2 * i);
        }
        return points;
    }

    @Override
    public List<Reading> read(GeneratorProbe probe) {
        int count = real.size();
        float[] latents = new float[count * probe.spec().latentDim()];
        RandomStream random = new RandomStream(SEED, Purpose.MEASURE, 1);
        random.fillGaussian(latents, 1);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(Math.max(1, probe.spec().classes()));
        }
        PointComparison drawn = real.withJudged(probe.generate(latents, labels));
        List<Reading> readings = new ArrayList<>();
        floors.forEach((measure, floor) ->
                readings.add(new Reading(measure.name().toLowerCase(Locale.ROOT), measure.value(drawn), floor)));
        return readings;
    }

    @Override
    public void close() {
        // Holds nothing but arrays.
    }
}
