package org.ganvas.session.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImages;

/**
 * For pictures: every measure of the registry that makes sense, over the features of a network trained on the data, with
 * the floor of as many real pictures. Fewer pictures than {@code eval} takes, so values compare within a run only.
 */
final class ImageEvaluator implements Evaluator {

    private static final int PICTURES = 1000;
    private static final int FEWEST = 20;

    /** Training pictures among which the nearest is looked for: memorising shows in small sets. */
    private static final int MOST_TRAINING = 5000;

    /** The same cut as {@code eval} makes, so that a network kept by one serves the other. */
    private static final int SEED = 1;

    private final FeatureNetwork net;
    private final ReferenceImages real;
    private final int count;
    private final int[] labels;
    private final boolean meant;
    private final Map<ImageMetric, Double> floors = new EnumMap<>(ImageMetric.class);

    /**
     * @param test pictures that were held back, where there are any; else half of the data is taken for that
     * @throws DataException with one sentence, if there is too little to measure with
     */
    ImageEvaluator(GanSpec spec, Dataset data, Optional<Dataset> test, FeatureNetworkProvider nets, Progress progress)
            throws DataException {
        DatasetSubset all = DatasetSubset.shuffled(test.orElse(data), SEED);
        boolean split = test.isEmpty();
        DatasetSubset held = split ? all.range(all.size() / 2, all.size()) : all;
        if (held.size() < 2 * FEWEST) {
            throw new DataException(
                    "'%s' holds too few pictures to measure with: two independent sets of %d are needed beside those to learn from."
                            .formatted(data.name(), FEWEST));
        }
        Dataset learn = split ? all.range(0, all.size() / 2) : data;
        net = nets.open(learn, held, progress);
        count = Math.min(PICTURES, held.size() / 2);
        meant = net.knowsClasses() && spec.conditioning().usesLabels();
        DatasetSubset first = held.range(0, count);
        labels = ClassifiedBatch.labels(first);
        real = new ReferenceImages(
                ClassifiedBatch.of(net, first, meant),
                ClassifiedBatch.of(
                                net,
                                DatasetSubset.shuffled(learn, SEED).range(0, Math.min(MOST_TRAINING, learn.size())),
                                false)
                        .features());
        ImageComparison floor = new ImageComparison(ClassifiedBatch.of(net, held.range(count, 2 * count), meant), real);
        for (ImageMetric measure : ImageMetric.of(net.knowsClasses(), meant)) {
            floors.put(measure, measure.value(floor));
        }
    }

    @Override
    public List<Reading> read(GeneratorProbe probe) {
        GanSpec spec = probe.spec();
        RandomStream random = new RandomStream(SEED, Purpose.MEASURE, 1);
        float[] latents = new float[count * spec.latentDim()];
        random.fillGaussian(latents, 1);
        int[] asked = spec.conditioning().usesLabels() ? labels : new int[count];
        for (int i = 0; i < count && !spec.conditioning().usesLabels(); i++) {
            asked[i] = random.nextInt(Math.max(1, spec.classes()));
        }
        ImageComparison drawn = new ImageComparison(
                ClassifiedBatch.of(
                        net, probe.generate(latents, asked), spec.image().size(), meant ? asked : new int[0]),
                real);
        List<Reading> readings = new ArrayList<>();
        floors.forEach((measure, floor) ->
                readings.add(new Reading(measure.name().toLowerCase(Locale.ROOT), measure.value(drawn), floor)));
        return readings;
    }

    @Override
    public void close() {
        net.close();
    }
}
