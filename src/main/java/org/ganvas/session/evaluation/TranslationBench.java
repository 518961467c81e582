package org.ganvas.session.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.data.corruption.TrivialAnswer;
import org.ganvas.metrics.translation.TranslationComparison;
import org.ganvas.metrics.translation.TranslationMetric;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/**
 * Fixed examples of a translation with their targets and trivial answers, on which outputs are scored. Immutable by
 * convention; any thread.
 */
public final class TranslationBench {

    private final TranslationExamples examples;
    private final int count;
    private final float[] given;
    private final float[] targets;
    private final boolean @Nullable [] missing;
    private final int @Nullable [] labels;
    private final Map<TrivialAnswer, float[]> trivial = new LinkedHashMap<>();

    /** Classifier of images by the classes of the data. */
    @FunctionalInterface
    public interface ImageClassifier {
        /** The most likely class of each of some images, one after the other. */
        int[] classesOf(float[] images);
    }

    /**
     * Value of one metric.
     *
     * @param metric the metric
     * @param value of the outputs
     * @param trivial of each trivial answer
     */
    public record Score(TranslationMetric metric, double value, Map<TrivialAnswer, Double> trivial) {

        /** The best of the trivial answers; NaN without one. */
        public double best() {
            return trivial.values().stream()
                    .reduce((a, b) -> metric.higherIsBetter() ? Math.max(a, b) : Math.min(a, b))
                    .orElse(Double.NaN);
        }
    }

    /**
     * @param examples to choose from
     * @param wanted number of examples, where there are as many
     * @param seed decides which
     */
    public TranslationBench(TranslationExamples examples, int wanted, long seed) {
        this.examples = examples;
        count = Math.min(wanted, examples.size());
        int size = examples.shape().size();
        given = new float[count * examples.width()];
        targets = new float[examples.hasTargets() ? count * size : 0];
        labels = examples.classCount() > 1 ? new int[count] : null;
        int pixels = examples.shape().height() * examples.shape().width();
        boolean masked = examples.input().corruption().map(Corruption::hasMask).orElse(false);
        missing = masked ? new boolean[count * pixels] : null;
        answers().forEach(answer -> trivial.put(answer, new float[count * size]));
        int[] order = new BatchSampler(seed, examples.size()).indices(0, count);
        for (int i = 0; i < count; i++) {
            add(i, order[i], new SeededRandomStream(seed, Purpose.EVALUATION, order[i]));
        }
    }

    private List<TrivialAnswer> answers() {
        return examples.input().corruption().map(TrivialAnswer::of).orElse(List.of(TrivialAnswer.INPUT));
    }

    private void add(int i, int example, SeededRandomStream random) {
        int size = examples.shape().size();
        int from = i * examples.width();
        examples.copyGiven(example, random, given, from);
        if (examples.hasTargets()) {
            System.arraycopy(examples.target(example, random), 0, targets, i * size, size);
        }
        if (labels != null) {
            labels[i] = examples.label(example);
        }
        boolean[] all = missing;
        if (all != null) {
            boolean[] one = examples.input().missing(given, from).orElseThrow();
            System.arraycopy(one, 0, all, i * one.length, one.length);
        }
        trivial.forEach((answer, images) -> System.arraycopy(trivialAnswer(answer, from), 0, images, i * size, size));
    }

    private float[] trivialAnswer(TrivialAnswer answer, int from) {
        return examples.input()
                .corruption()
                .map(corruption -> answer.answer(corruption, given, from, examples.shape()))
                .orElseGet(() -> examples.input().asImage(given, from));
    }

    /** Number of examples. */
    public int count() {
        return count;
    }

    /** What G is given, one after the other. */
    public float[] given() {
        return given;
    }

    /** Part of what G is given, examples {@code from} to {@code to - 1}, each by itself. */
    public List<float[]> given(int from, int to) {
        List<float[]> part = new ArrayList<>();
        for (int i = from; i < to; i++) {
            part.add(Arrays.copyOfRange(given, i * examples.width(), (i + 1) * examples.width()));
        }
        return part;
    }

    /**
     * The wanted image of one example.
     *
     * @throws IllegalStateException if none is known
     */
    public float[] target(int example) {
        if (!examples.hasTargets()) {
            throw new IllegalStateException("The wanted images are not known.");
        }
        int size = examples.shape().size();
        return Arrays.copyOfRange(targets, example * size, (example + 1) * size);
    }

    /**
     * Scores outputs.
     *
     * @param outputs made of {@link #given}, one after the other
     * @param classifier by which the kept classes are counted; null without one
     * @return every metric that applies; none of the distances where the targets are not known
     */
    public List<Score> scores(float[] outputs, @Nullable ImageClassifier classifier) {
        boolean known = examples.hasTargets();
        TranslationComparison made = new TranslationComparison(
                examples.shape(), outputs, known ? targets : outputs, missing, classes(outputs, classifier), labels);
        List<Score> scores = new ArrayList<>();
        for (TranslationMetric metric : TranslationMetric.of(made)) {
            if (known || metric == TranslationMetric.KEPT_CLASS) {
                Map<TrivialAnswer, Double> others = new LinkedHashMap<>();
                trivial.forEach((answer, images) ->
                        others.put(answer, metric.value(made.withImages(images, classes(images, classifier)))));
                scores.add(new Score(metric, metric.value(made), others));
            }
        }
        return scores;
    }

    private int @Nullable [] classes(float[] images, @Nullable ImageClassifier classifier) {
        return classifier == null
                ? null
                : examples.input()
                        .asOriginals(images)
                        .map(classifier::classesOf)
                        .orElse(null);
    }
}
