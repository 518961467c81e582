package org.ganvas.cli.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImageSet;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of generators of images through a classifier of the data, each metric with its floor: what as many real
 * images score against the same real images. Stateless.
 */
public final class ImageEvaluation implements GeneratorEvaluation {

    /** Half of a test part of MNIST's size, so that two samples are independent. */
    private static final int USUAL = 5000;

    /** Training images among which the nearest ones are searched. */
    private static final int MAX_TRAINING = 60_000;

    @Override
    public boolean supports(RunCapture run) {
        return !run.info().spec().image().isPoint() && run.info().spec().game().takesLatents();
    }

    @Override
    public Result evaluate(CliContext context, RunCapture run, Options options) throws CliException, DataException {
        GanSpec spec = run.info().spec();
        CliEnvironment environment = context.environment();
        Dataset data = environment.data(options.data(), spec.image());
        spec.requireFits(data);
        EvaluationSplit split = EvaluationSplit.of(data, environment.testData(options.data(), spec.image()));
        Dataset others = options.others() == null ? null : others(environment, spec, options.others());
        int count = count(split, options, data, others);
        try (StoredClassifier classifier = classifier(context, split)) {
            boolean conditional =
                    predictsClasses(classifier) && spec.conditioning().usesLabels();
            DatasetSubset real = split.sample(0, count, options.seed());
            ClassifiedImages made = others == null
                    ? generated(environment, run, options, real, classifier)
                    : ClassifierPass.of(
                            classifier,
                            DatasetSubset.shuffled(others, options.seed()).range(0, count),
                            count,
                            conditional);
            return compare(made, real, split, options, classifier, conditional);
        }
    }

    private static Dataset others(CliEnvironment environment, GanSpec spec, String id) throws DataException {
        Dataset others = environment.data(id, spec.image());
        spec.requireFits(others);
        return others;
    }

    private static int count(EvaluationSplit split, Options options, Dataset data, @Nullable Dataset others)
            throws CliException {
        int most = split.maxSamples();
        if (most < MIN_SAMPLES || options.samples() != null && options.samples() > most) {
            throw new CliException(Message.of(
                    "cli.eval.tooFewHeld",
                    data.name(),
                    NumberText.grouped(split.held().size()),
                    NumberText.grouped(most),
                    most < MIN_SAMPLES ? Message.of("cli.eval.otherData") : Message.of("cli.eval.fewerSamples", most)));
        }
        return options.count(Math.min(USUAL, most), others);
    }

    private static boolean predictsClasses(StoredClassifier classifier) {
        return classifier.card().task() == ClassifierCard.Task.CLASSES;
    }

    static StoredClassifier classifier(CliContext context, EvaluationSplit split) throws CliException, DataException {
        TaskProgressReport progress = new TaskProgressReport(
                context,
                Message.of("cli.eval.trainingClassifier"),
                Message.of("cli.eval.classifierAnnounced", split.training().name()));
        try {
            StoredClassifier classifier =
                    context.environment().classifiers().open(split.training(), split.held(), progress);
            classifier.warnings().forEach(context::printError);
            return classifier;
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.eval.stopped"), e);
        }
    }

    /**
     * Computes all metrics that apply.
     *
     * @param made what is evaluated
     * @param real what it is compared with
     * @param conditional whether the intended class of each image is known
     */
    static Result compare(
            ClassifiedImages made,
            DatasetSubset real,
            EvaluationSplit split,
            Options options,
            StoredClassifier classifier,
            boolean conditional) {
        int count = made.count();
        int training = Math.min(split.training().size(), MAX_TRAINING);
        ReferenceImageSet reference = new ReferenceImageSet(
                ClassifierPass.of(classifier, real, count, conditional),
                ClassifierPass.of(classifier, split.training(), training, false).features());
        ImageComparison generated = new ImageComparison(made, reference);
        ImageComparison floor = new ImageComparison(
                ClassifierPass.of(classifier, split.sample(1, count, options.seed()), count, conditional), reference);
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (ImageMetric metric : ImageMetric.of(predictsClasses(classifier), conditional)) {
            metrics.put(
                    metric.name().toLowerCase(Locale.ROOT),
                    MetricJson.of(
                            metric.value(generated),
                            metric.value(floor),
                            metric.expectedFloor(generated),
                            metric.unit(),
                            metric.higherIsBetter()));
        }
        return new Result(count, json(classifier.card()), metrics);
    }

    private static Map<String, Object> json(ClassifierCard card) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", card.task().name().toLowerCase(Locale.ROOT));
        fields.put("data", card.data());
        fields.put("pictures", card.pictures());
        fields.put("classes", card.classes());
        fields.put("features", card.features());
        fields.put("accuracy", card.accuracy());
        fields.put("tested", card.tested());
        fields.put("seed", card.seed());
        fields.put("recipe", card.recipe());
        fields.put("sha256", card.sha256());
        return fields;
    }

    /** Images of the run's generator, with the labels of the real ones, so that both sides have as many of each class. */
    private static ClassifiedImages generated(
            CliEnvironment environment, RunCapture run, Options options, Dataset real, StoredClassifier classifier) {
        GanSpec spec = run.info().spec();
        SeededRandomStream random = new SeededRandomStream(options.seed(), Purpose.EVALUATION, 1);
        boolean labelled = spec.conditioning().usesLabels();
        int[] labels = ClassifierPass.labels(real, real.size());
        try (LatentSampler sampler = environment.openSampler(run)) {
            ClassifierPass.Source source = (from, to) -> {
                List<float[]> latents = new ArrayList<>();
                List<Integer> classes = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    float[] latent = new float[spec.latentDim()];
                    spec.game().prior().fill(random, latent);
                    latents.add(latent);
                    classes.add(labelled ? labels[i] : random.nextInt(Math.max(1, spec.classes())));
                }
                return sampler.render(new LatentRequest(latents, classes, options.averaged()))
                        .pixels();
            };
            int[] intended = labelled && predictsClasses(classifier) ? labels : new int[0];
            return ClassifierPass.of(
                    classifier, source, real.size(), spec.image().size(), intended);
        }
    }
}
