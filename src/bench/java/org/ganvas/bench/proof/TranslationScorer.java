package org.ganvas.bench.proof;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ganvas.app.AppPaths;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.metrics.FeatureMatrix;
import org.ganvas.metrics.FrechetDistance;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.evaluation.TranslationBench;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/**
 * Scores of outputs on images that were not trained on, whichever program made them. Used by one thread; holds native
 * memory until closed.
 */
final class TranslationScorer implements AutoCloseable {

    /** Name of the Fréchet distance of a classifier's features, outputs against wanted images. */
    static final String FRECHET = "frechet";

    private static final int MOST = 10_000;
    private static final int BATCH = 500;
    private static final long SEED = 1;

    private final TranslationExamples examples;
    private final TranslationBench bench;
    private final int size;
    private final @Nullable StoredClassifier classifier;
    private final @Nullable FeatureMatrix wanted;

    TranslationScorer(GanSpec spec, TranslationData data) throws Exception {
        examples = TranslationExamples.of(spec, data.held());
        bench = new TranslationBench(examples, MOST, SEED);
        size = spec.image().size();
        classifier = data.classified()
                ? new ClassifierStore(AppPaths.cacheFolder().resolve("classifiers"))
                        .open(data.training(), data.held(), ProgressListener.NONE)
                : null;
        wanted = classifier == null ? null : features(classifier, pixels(examples.aims()));
    }

    /** Fixed examples. */
    TranslationBench bench() {
        return bench;
    }

    /** What G is given of an example, as an image. */
    float[] input(int example) {
        int width = examples.width();
        return examples.input().asImage(bench.given(), example * width);
    }

    /** Every metric by its name in lower case. */
    Map<String, Double> scores(float[] outputs) {
        Map<String, Double> values = new LinkedHashMap<>();
        compare(outputs).forEach(score -> values.put(name(score), score.value()));
        StoredClassifier features = classifier;
        FeatureMatrix aims = wanted;
        if (features != null && aims != null) {
            float[] originals = examples.input().asOriginals(outputs).orElseThrow();
            values.put(FRECHET, FrechetDistance.of(features(features, originals), aims));
        }
        return values;
    }

    /** The best trivial answer by each metric. */
    Map<String, Double> trivial() {
        Map<String, Double> values = new LinkedHashMap<>();
        compare(new float[bench.count() * size]).forEach(score -> values.put(name(score), score.best()));
        return values;
    }

    private Iterable<TranslationBench.Score> compare(float[] outputs) {
        StoredClassifier known = classifier;
        return bench.scores(outputs, known == null ? null : images -> classes(known, images));
    }

    private static String name(TranslationBench.Score score) {
        return score.metric().name().toLowerCase(Locale.ROOT);
    }

    private int[] classes(StoredClassifier known, float[] images) {
        int[] classes = new int[images.length / size];
        for (int from = 0; from < classes.length; from += BATCH) {
            int to = Math.min(classes.length, from + BATCH);
            float[] logits = known.classify(Arrays.copyOfRange(images, from * size, to * size))
                    .logits();
            int[] some = ClassifierScore.predictedClasses(logits, known.card().classes());
            System.arraycopy(some, 0, classes, from, some.length);
        }
        return classes;
    }

    private FeatureMatrix features(StoredClassifier known, float[] images) {
        int width = known.card().features();
        int count = images.length / size;
        float[] features = new float[count * width];
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(count, from + BATCH);
            float[] some = known.classify(Arrays.copyOfRange(images, from * size, to * size))
                    .features();
            System.arraycopy(some, 0, features, from * width, some.length);
        }
        return new FeatureMatrix(features, width);
    }

    private static float[] pixels(Dataset images) {
        int size = images.shape().size();
        float[] pixels = new float[images.size() * size];
        for (int i = 0; i < images.size(); i++) {
            images.copyImage(i, pixels, i * size);
        }
        return pixels;
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
    }
}
