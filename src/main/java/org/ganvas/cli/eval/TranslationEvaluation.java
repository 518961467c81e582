package org.ganvas.cli.eval;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.metrics.ClassifierScore;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.evaluation.TranslationBench;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.translation.TranslationExamples;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of translations on images that the run does not train on: distances from the wanted images beside those of
 * trivial answers, kept classes where the data has some, and metrics of the outputs as a set. Stateless.
 */
public final class TranslationEvaluation implements GeneratorEvaluation {

    private static final int USUAL = 1000;
    private static final int BATCH = 64;

    @Override
    public boolean supports(RunCapture run) {
        return !run.info().spec().game().takesLatents();
    }

    @Override
    public Result evaluate(CliContext context, RunCapture run, Options options) throws CliException, DataException {
        if (options.others() != null) {
            throw new CliException(
                    Message.of("cli.eval.translationImages", run.info().dataName()));
        }
        GanSpec spec = run.info().spec();
        Dataset data = context.environment().data(options.data(), spec.image());
        spec.requireFits(data);
        boolean own = options.data().equals(run.info().request().dataId());
        long ofRun = run.info().request().seed();
        TranslationExamples examples =
                own ? TranslationExamples.heldOut(spec, data, ofRun) : TranslationExamples.of(spec, data);
        int wanted = options.samples() == null ? USUAL : options.samples();
        TranslationBench bench = new TranslationBench(examples, wanted, options.seed());
        float[] outputs = outputs(context, run, bench, options.averaged());
        DatasetSubset aims = DatasetSubset.shuffled(examples.aims(), options.seed());
        int compared = Math.min(bench.count(), aims.size() / 2);
        Optional<float[]> judged = examples.input().asOriginals(outputs);
        if (compared < MIN_SAMPLES || judged.isEmpty()) {
            return new Result(bench.count(), Map.of(), json(bench.scores(outputs, null)));
        }
        Optional<Dataset> test = context.environment().testData(options.data(), spec.image());
        EvaluationSplit forClassifier = EvaluationSplit.of(data, test);
        try (StoredClassifier classifier = ImageEvaluation.classifier(context, forClassifier)) {
            boolean classes = classifier.card().task() == ClassifierCard.Task.CLASSES;
            Map<String, Object> metrics =
                    json(bench.scores(outputs, classes ? images -> classesOf(classifier, images) : null));
            int size = spec.image().size();
            Result ofSets = ImageEvaluation.compare(
                    ClassifierPass.of(
                            classifier,
                            (from, to) -> Arrays.copyOfRange(judged.get(), from * size, to * size),
                            compared,
                            size,
                            new int[0]),
                    aims.range(0, compared),
                    new EvaluationSplit(forClassifier.training(), aims),
                    options,
                    classifier,
                    false);
            metrics.putAll(ofSets.metrics());
            return new Result(bench.count(), ofSets.classifier(), metrics);
        }
    }

    private static int[] classesOf(StoredClassifier classifier, float[] images) {
        return ClassifierScore.predictedClasses(
                classifier.classify(images).logits(), classifier.card().classes());
    }

    private static float[] outputs(CliContext context, RunCapture run, TranslationBench bench, boolean averaged) {
        int size = run.info().spec().image().size();
        float[] outputs = new float[bench.count() * size];
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            for (int from = 0; from < bench.count(); from += BATCH) {
                List<float[]> given = bench.given(from, Math.min(bench.count(), from + BATCH));
                List<Integer> labels = Collections.nCopies(given.size(), 0);
                float[] made = sampler.render(new LatentRequest(given, labels, averaged))
                        .pixels();
                System.arraycopy(made, 0, outputs, from * size, made.length);
            }
        }
        return outputs;
    }

    private static Map<String, Object> json(List<TranslationBench.Score> scores) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (TranslationBench.Score score : scores) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("value", finite(score.value()));
            Map<String, Object> trivial = new LinkedHashMap<>();
            score.trivial()
                    .forEach((answer, value) -> trivial.put(answer.name().toLowerCase(Locale.ROOT), finite(value)));
            fields.put("trivial", trivial);
            fields.put("unit", score.metric().unit());
            fields.put("better", score.metric().higherIsBetter() ? "higher" : "lower");
            metrics.put(score.metric().name().toLowerCase(Locale.ROOT), fields);
        }
        return metrics;
    }

    /** JSON has no NaN. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
