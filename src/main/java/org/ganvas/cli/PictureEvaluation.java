package org.ganvas.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetPart;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.metrics.JudgedPictures;
import org.ganvas.metrics.PictureComparison;
import org.ganvas.metrics.PictureMeasure;
import org.ganvas.metrics.RealPictures;
import org.ganvas.project.ClassifierCard;
import org.ganvas.project.PictureJudge;
import org.ganvas.session.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Measures generators of pictures through a classifier of the data, each measure with its floor: what as many real
 * pictures score against the same real pictures. Stateless.
 */
final class PictureEvaluation implements Evaluation {

    /** Two independent halves of a test set of MNIST's size. */
    private static final int USUAL = 5000;

    /** Training pictures among which the nearest is looked for. */
    private static final int MOST_TRAINING = 60_000;

    @Override
    public boolean suits(RunCapture run) {
        return !run.info().spec().image().isPoint();
    }

    @Override
    public Measured measure(Context context, RunCapture run, Wish wish) throws CliException, DataException {
        GanSpec spec = run.info().spec();
        Dataset data = context.backstage().data(wish.data(), spec.image());
        spec.requireFits(data);
        PictureSplit split = PictureSplit.of(data, context.backstage().testData(wish.data(), spec.image()));
        Dataset others = wish.others() == null ? null : others(context, run, wish.others());
        int count = count(split, wish, data, others);
        try (PictureJudge judge = judge(context, split)) {
            boolean meant = judge.card().task() == ClassifierCard.Task.CLASSES
                    && spec.conditioning().usesLabels();
            DatasetPart real = split.sample(0, count, wish.seed());
            JudgedPictures made = others == null
                    ? generated(context.backstage(), run, wish, real, judge)
                    : Judging.of(
                            judge, DatasetPart.shuffled(others, wish.seed()).range(0, count), count, meant);
            return measure(made, real, split, wish, judge, meant);
        }
    }

    private static Dataset others(Context context, RunCapture run, String id) throws DataException {
        GanSpec spec = run.info().spec();
        Dataset others = context.backstage().data(id, spec.image());
        spec.requireFits(others);
        return others;
    }

    private static int count(PictureSplit split, Wish wish, Dataset data, @Nullable Dataset others)
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

    private static PictureJudge judge(Context context, PictureSplit split) throws CliException, DataException {
        ProgressReport report =
                new ProgressReport(context.err(), context.backstage().terminal());
        try {
            PictureJudge judge = context.backstage()
                    .classifiers()
                    .judge(
                            split.learn(),
                            split.held(),
                            new ClassifierProgress(
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
            JudgedPictures made, DatasetPart real, PictureSplit split, Wish wish, PictureJudge judge, boolean meant) {
        int count = made.count();
        RealPictures reference = new RealPictures(
                Judging.of(judge, real, count, meant),
                Judging.of(judge, split.learn(), Math.min(split.learn().size(), MOST_TRAINING), false)
                        .features());
        PictureComparison generated = new PictureComparison(made, reference);
        PictureComparison floor =
                new PictureComparison(Judging.of(judge, split.sample(1, count, wish.seed()), count, meant), reference);
        boolean taughtClasses = judge.card().task() == ClassifierCard.Task.CLASSES;
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (PictureMeasure measure : PictureMeasure.of(taughtClasses, meant)) {
            metrics.put(
                    measure.name().toLowerCase(Locale.ROOT),
                    MeasureLines.of(
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
    private static JudgedPictures generated(
            Backstage backstage, RunCapture run, Wish wish, Dataset real, PictureJudge judge) {
        GanSpec spec = run.info().spec();
        RandomStream random = new RandomStream(wish.seed(), Purpose.MEASURE, 1);
        boolean labelled = spec.conditioning().usesLabels();
        int[] labels = Judging.labels(real, real.size());
        try (Backstage.Studio studio = backstage.studio(run)) {
            Judging.Source source = (from, to) -> {
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
            return Judging.of(judge, source, real.size(), spec.image().size(), meant ? labels : new int[0]);
        }
    }
}
