package org.ganvas.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.data.transform.MovedPoints;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.metrics.PointComparison;
import org.ganvas.metrics.PointMetric;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** Evaluation of generators of 2-D points, each metric with its floor. Stateless. */
public final class PointEvaluation implements GeneratorEvaluation {

    /** The number in the papers on mixtures of Gaussians. */
    private static final int USUAL = 2500;

    /** Unit of distances where the networks are given scaled points. */
    private static final String SCALED = "scaled units";

    @Override
    public boolean supports(RunCapture run) {
        return run.info().spec().image().isPoint();
    }

    @Override
    public Result evaluate(CliContext context, RunCapture run, Options options) throws CliException, DataException {
        CliEnvironment environment = context.environment();
        PointTransform transform = run.info().pointTransform();
        Dataset others = options.others() == null ? null : points(environment, options.others(), transform);
        int count = options.count(USUAL, others);
        SimilarityTransform place =
                run.info().spec().game().motion().at(run.state().step());
        Dataset data = MovedPoints.of(points(environment, options.data(), transform), place);
        float[][] real = twoSamples(
                data,
                environment
                        .testData(options.data())
                        .map(test -> MovedPoints.of(test.withPointTransform(transform), place)),
                count,
                options.seed());
        PointComparison comparison = new PointComparison(
                others == null
                        ? generated(environment, run, count, options)
                        : all(DatasetSubset.shuffled(others, options.seed()).range(0, count)),
                real[0],
                PointBounds.around(all(data)),
                data.modes().orElse(null));
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (PointMetric metric : PointMetric.of(comparison.modes())) {
            metrics.put(metric.name().toLowerCase(Locale.ROOT), json(metric, comparison, real[1], transform));
        }
        return new Result(count, Map.of(), metrics);
    }

    private static Dataset points(CliEnvironment environment, String id, PointTransform transform)
            throws CliException, DataException {
        Dataset data = environment.data(id).withPointTransform(transform);
        if (!data.shape().isPoint()) {
            throw new CliException(
                    Message.of("cli.eval.notPoints", data.name(), data.shape().message()));
        }
        return data;
    }

    private static Map<String, Object> json(
            PointMetric metric, PointComparison comparison, float[] otherReal, PointTransform transform) {
        boolean distance = metric.unit().equals(PointMetric.DISTANCE);
        return MetricJson.of(
                metric.value(comparison),
                metric.floor(comparison, otherReal),
                metric.expectedFloor(comparison),
                distance && !transform.isIdentity() ? SCALED : metric.unit(),
                metric.higherIsBetter());
    }

    private static float[] generated(CliEnvironment environment, RunCapture run, int count, Options options) {
        SeededRandomStream random = new SeededRandomStream(options.seed(), Purpose.EVALUATION, 1);
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] latent = new float[run.info().spec().latentDim()];
            run.info().spec().game().prior().fill(random, latent);
            latents.add(latent);
        }
        try (LatentSampler sampler = environment.openSampler(run)) {
            return ScatterOutput.points(sampler, latents, options.averaged());
        }
    }

    /** Two independent samples of real points: from the test and the training part, or two parts of one shuffled file. */
    private static float[][] twoSamples(Dataset data, Optional<Dataset> test, int count, long seed)
            throws CliException {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.EVALUATION, 2);
        if (test.isPresent()) {
            return new float[][] {ScatterOutput.draw(test.get(), count, random), ScatterOutput.draw(data, count, random)
            };
        }
        if (2L * count > data.size()) {
            int most = data.size() / 2;
            throw new CliException(Message.of(
                    "cli.eval.tooFewPoints",
                    data.name(),
                    NumberText.grouped(data.size()),
                    NumberText.grouped(count),
                    most < MIN_SAMPLES ? Message.of("cli.eval.otherData") : Message.of("cli.eval.fewerSamples", most)));
        }
        float[] shuffled = shuffled(all(data), 2 * count, random);
        return new float[][] {Arrays.copyOf(shuffled, 2 * count), Arrays.copyOfRange(shuffled, 2 * count, 4 * count)};
    }

    private static float[] shuffled(float[] points, int count, SeededRandomStream random) {
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(points.length / 2 - i);
            for (int axis = 0; axis < 2; axis++) {
                float moved = points[2 * i + axis];
                points[2 * i + axis] = points[2 * other + axis];
                points[2 * other + axis] = moved;
            }
        }
        return points;
    }

    private static float[] all(Dataset data) {
        float[] points = new float[2 * data.size()];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, points, 2 * i);
        }
        return points;
    }
}
