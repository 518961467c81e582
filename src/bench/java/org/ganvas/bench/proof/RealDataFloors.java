package org.ganvas.bench.proof;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImageSet;
import org.ganvas.session.evaluation.ClassifiedBatch;
import org.ganvas.session.evaluation.FeatureNetwork;

/**
 * Floors of the metrics: scores of real images against the same number of real ones, held-out against training images,
 * as for a perfect generator, and each set against itself.
 */
public final class RealDataFloors {

    private static final int SEED = 3;
    private static final int LEARNT = 5000;

    private final FeatureNetwork net;
    private final int count;

    public RealDataFloors(FeatureNetwork net, int count) {
        this.net = net;
        this.count = count;
    }

    /** Floors by the metric's id. */
    public Map<ImageMetric, Double> of(Dataset evaluated, Dataset against, Dataset learnt) {
        DatasetSubset first = DatasetSubset.shuffled(against, SEED).range(0, count);
        // Within one set different images; of two sets any.
        DatasetSubset second = DatasetSubset.shuffled(evaluated, SEED).range(count, 2 * count);
        ReferenceImageSet real = new ReferenceImageSet(
                ClassifiedBatch.of(net, first, false),
                ClassifiedBatch.of(net, DatasetSubset.shuffled(learnt, SEED).range(2 * count, 2 * count + LEARNT), false)
                        .features());
        ImageComparison comparison = new ImageComparison(ClassifiedBatch.of(net, second, false), real);
        Map<ImageMetric, Double> values = new EnumMap<>(ImageMetric.class);
        for (ImageMetric metric : ImageMetric.of(net.classifiesData(), false)) {
            values.put(metric, metric.value(comparison));
        }
        return values;
    }

    public static String id(ImageMetric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }
}
