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
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.ClassifiedImages;
import org.ganvas.metrics.ImageComparison;
import org.ganvas.metrics.ImageMetric;
import org.ganvas.metrics.ReferenceImages;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Measures generators of pictures through a classifier of the data, each measure with its floor: what as many real
 * pictures score against the same real pictures. Stateless.
 */
public final class ImageEvaluation implements GeneratorEvaluation {

    /** Two independent halves of a test set of MNIST's size. */
    private static final int USUAL = 5000;

    /** Training pictures among which the nearest is looked for. */
    private static final int MOST_TRAINING = 60_000;

    @Override
    public boolean suits(RunCapture run) {
        return !run.info().spec().image().isPoint();
    }

    @Override
    public Measured measure(CliContext context, RunCapture run, Wish wish) throws CliException, DataException {
        GanSpec spec = run.info().spec();
        Dataset data = context.backstage().data(wish.data(), spec.image());
        spec.requireFits(data);
        EvaluationSplit split = EvaluationSplit.of(data, context.backstage().testData(wish.data(), spec.image()));
        Dataset others = wish.others() == null ? null : others(context, run, wish.others());
        int count = count(split, wish, data, others);
        try (StoredClassifier judge = judge(context, split)) {
            boolean meant = judge.card().task() == ClassifierCard.Task.CLASSES
                    && spec.conditioning().usesLabels();
            DatasetSubset real = split.sample(0, count, wish.seed());
            ClassifiedImages made = others == null
                    ? generated(context.backstage(), run, wish, real, judge)
                    : ClassifierPass.of(
                            judge, DatasetSubset.shuffled(others, wish.seed()).range(0, count), count, meant);
            return measure(made, real, split, wish, judge, meant);
        }
    }

    private static Dataset others(CliContext context, RunCapture run, String id) throws DataException {
        GanSpec spec = run.info().spec();
        Dataset others = context.backstage().data(id, spec.image());
        spec.requireFits(others);
        return others;
    }

    private static int count(EvaluationSplit split, Wish wish, Dataset data, @Nullable Dataset others)
            throws CliException {
        int most = split.mostSamples();
        if (most < FEWEST || wish.samples() != null && wish.samples() > most) {
            throw new CliException(String.format(
                    Locale.ROOT,
                    "'%s' keeps %,d pictures for measuring, enough for two independent samples of %,d; choose %s.",
                    data.name(),
                    split.held().size(),
                    most,
                    most < FEWEST ? "other data with --data" : "--samples " + most + " or fewer"));
        }
        return wish.count(Math.min(USUAL, most), others);
    }

    private static StoredClassifier judge(CliContext context, EvaluationSplit split)
            throws CliException, DataException {
        TrainingProgressReport report =
                new TrainingProgressReport(context.err(), context.backstage().terminal());
        try {
            StoredClassifier judge = context.backstage()
                    .classifiers()
                    .judge(
                            split.learn(),
                            split.held(),
                            new ClassifierProgressReport(
                                    report, context.stop(), split.learn().name()));
            if (!judge.remark().isEmpty()) {
                report.say(judge.remark());
            }
            return judge;
        } catch (CancellationException e) {
            report.clear();
            throw new CliException("Stopped while the classifier was trained; nothing was measured or kept.", e);
        }
    }

    /**
     * @param made what is judged
     * @param real what it is compared with
     * @param meant whether it was to be of classes that are known
     */
    private static Measured measure(
            ClassifiedImages made,
            DatasetSubset real,
            EvaluationSplit split,
            Wish wish,
            StoredClassifier judge,
            boolean meant) {
        int count = made.count();
        ReferenceImages reference = new ReferenceImages(
                ClassifierPass.of(judge, real, count, meant),
                ClassifierPass.of(judge, split.learn(), Math.min(split.learn().size(), MOST_TRAINING), false)
                        .features());
        ImageComparison generated = new ImageComparison(made, reference);
        ImageComparison floor = new ImageComparison(
                ClassifierPass.of(judge, split.sample(1, count, wish.seed()), count, meant), reference);
        boolean taughtClasses = judge.card().task() == ClassifierCard.Task.CLASSES;
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (ImageMetric measure : ImageMetric.of(taughtClasses, meant)) {
            metrics.put(
                    measure.name().toLowerCase(Locale.ROOT),
                    MetricJson.of(
                            measure.value(generated),
                            measure.value(floor),
                            measure.expectedFloor(generated),
                            measure.unit(),
                            measure.higherIsBetter()));
        }
        return new Measured(count, told(judge.card()), metrics);
    }

    private static Map<String, Object> told(ClassifierCard card) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("task", card.task().name().toLowerCase(Locale.ROOT));
        told.put("data", card.data());
        told.put("pictures", card.pictures());
        told.put("classes", card.classes());
        told.put("features", card.features());
        told.put("accuracy", card.accuracy());
        told.put("tested", card.tested());
        told.put("seed", card.seed());
        told.put("recipe", card.recipe());
        told.put("sha256", card.sha256());
        return told;
    }

    /** With the real pictures' own labels, so that both sides have as many of each class. */
    private static ClassifiedImages generated(
            CliEnvironment backstage, RunCapture run, Wish wish, Dataset real, StoredClassifier judge) {
        GanSpec spec = run.info().spec();
        RandomStream random = new RandomStream(wish.seed(), Purpose.MEASURE, 1);
        boolean labelled = spec.conditioning().usesLabels();
        int[] labels = ClassifierPass.labels(real, real.size());
        try (CliEnvironment.Studio studio = backstage.studio(run)) {
            ClassifierPass.Source source = (from, to) -> {
                List<float[]> latents = new ArrayList<>();
                List<Integer> classes = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    float[] latent = new float[spec.latentDim()];
                    random.fillGaussian(latent, 1);
                    latents.add(latent);
                    classes.add(labelled ? labels[i] : random.nextInt(Math.max(1, spec.classes())));
                }
                return studio.draw(new LatentRequest(latents, classes, wish.averaged()))
                        .pixels();
            };
            boolean meant = labelled && judge.card().task() == ClassifierCard.Task.CLASSES;
            return ClassifierPass.of(judge, source, real.size(), spec.image().size(), meant ? labels : new int[0]);
        }
    }
}
