package org.ganvas.session.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImageSet;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/**
 * Evaluator of images: every applicable metric of the registry, over the features of a network trained on the data, with
 * the floor of as many real images. Fewer images than {@code eval} takes, so values compare within a run only.
 */
final class ImageEvaluator implements GeneratorEvaluator {

    private static final int IMAGES = 1000;
    private static final int MIN_IMAGES = 20;

    /** Training images in which the nearest is searched for: memorising shows in small datasets. */
    private static final int MAX_TRAINING = 5000;

    /** The same split as in {@code eval}, so that a network stored by one serves the other. */
    private static final int SEED = 1;

    private final FeatureNetwork network;
    private final ReferenceImageSet real;
    private final int count;
    private final @Nullable TranslationBench bench;
    private final int[] labels;
    private final boolean labelled;
    private final Map<ImageMetric, Double> floors = new EnumMap<>(ImageMetric.class);

    /**
     * @param test held-out images, where there are any; else half of the data is held out
     * @param examples inputs of a translation that leads to such images; null for a generator of latents
     * @throws DataException if there are too few images
     */
    ImageEvaluator(
            GanSpec spec,
            Dataset data,
            Optional<Dataset> test,
            @Nullable TranslationExamples examples,
            FeatureNetworkProvider networks,
            ProgressListener progress)
            throws DataException {
        DatasetSubset all = DatasetSubset.shuffled(test.orElse(data), SEED);
        boolean split = test.isEmpty();
        DatasetSubset held = split ? all.range(all.size() / 2, all.size()) : all;
        if (held.size() < 2 * MIN_IMAGES) {
            throw new DataException(Message.of("session.evaluation.tooFewImages", data.name(), MIN_IMAGES));
        }
        Dataset training = split ? all.range(0, all.size() / 2) : data;
        network = networks.open(training, held, progress);
        int most = Math.min(IMAGES, held.size() / 2);
        bench = examples == null ? null : new TranslationBench(examples, most, SEED);
        count = bench == null ? most : bench.count();
        labelled = network.classifiesData() && spec.conditioning().usesLabels();
        DatasetSubset first = held.range(0, count);
        labels = ClassifiedBatch.labels(first);
        real = new ReferenceImageSet(
                ClassifiedBatch.of(network, first, labelled),
                ClassifiedBatch.of(
                                network,
                                DatasetSubset.shuffled(training, SEED)
                                        .range(0, Math.min(MAX_TRAINING, training.size())),
                                false)
                        .features());
        ImageComparison floor =
                new ImageComparison(ClassifiedBatch.of(network, held.range(count, 2 * count), labelled), real);
        for (ImageMetric metric : ImageMetric.of(network.classifiesData(), labelled)) {
            floors.put(metric, metric.value(floor));
        }
    }

    @Override
    public List<Result> evaluate(GeneratorProbe probe, SimilarityTransform place) {
        GanSpec spec = probe.spec();
        SeededRandomStream random = new SeededRandomStream(SEED, Purpose.EVALUATION, 1);
        float[] latents = given(spec, random);
        int[] classes = spec.conditioning().usesLabels() ? labels : new int[count];
        for (int i = 0; i < count && !spec.conditioning().usesLabels(); i++) {
            classes[i] = random.nextInt(Math.max(1, spec.classes()));
        }
        ImageComparison generated = new ImageComparison(
                ClassifiedBatch.of(
                        network,
                        probe.generate(latents, classes),
                        spec.image().size(),
                        labelled ? classes : new int[0]),
                real);
        List<Result> results = new ArrayList<>();
        floors.forEach((metric, floor) ->
                results.add(new Result(metric.name().toLowerCase(Locale.ROOT), metric.value(generated), floor)));
        return results;
    }

    private float[] given(GanSpec spec, SeededRandomStream random) {
        if (bench != null) {
            return bench.given();
        }
        float[] latents = new float[count * spec.latentDim()];
        spec.game().prior().fill(random, latents);
        return latents;
    }

    @Override
    public void close() {
        network.close();
    }
}
