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
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.metrics.PointComparison;
import org.ganvas.metrics.PointMetric;
import org.ganvas.session.run.RunCapture;

/** Measures generators of points of the plane, each measure with its floor. Stateless. */
public final class PointEvaluation implements GeneratorEvaluation {

    /** As the papers on mixtures of Gaussians take. */
    private static final int USUAL = 2500;

    @Override
    public boolean suits(RunCapture run) {
        return run.info().spec().image().isPoint();
    }

    @Override
    public Measured measure(CliContext context, RunCapture run, Wish wish) throws CliException, DataException {
        CliEnvironment backstage = context.backstage();
        Dataset others = wish.others() == null ? null : points(backstage, wish.others());
        int count = wish.count(USUAL, others);
        Dataset data = points(backstage, wish.data());
        float[][] real = twoSamples(data, backstage.testData(wish.data()), count, wish.seed());
        PointComparison comparison = new PointComparison(
                others == null
                        ? generated(backstage, run, count, wish)
                        : all(DatasetSubset.shuffled(others, wish.seed()).range(0, count)),
                real[0],
                PointBounds.around(all(data)),
                data.modes().orElse(null));
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (PointMetric measure : PointMetric.of(comparison.modes())) {
            metrics.put(measure.name().toLowerCase(Locale.ROOT), tell(measure, comparison, real[1]));
        }
        return new Measured(count, Map.of(), metrics);
    }

    private static Dataset points(CliEnvironment backstage, String id) throws CliException, DataException {
        Dataset data = backstage.data(id);
        if (!data.shape().isPoint()) {
            throw new CliException("This generator makes points of the plane, but '%s' holds %s; choose other data."
                    .formatted(data.name(), data.shape()));
        }
        return data;
    }

    private static Map<String, Object> tell(PointMetric measure, PointComparison comparison, float[] otherReal) {
        return MetricJson.of(
                measure.value(comparison),
                measure.floor(comparison, otherReal),
                measure.expectedFloor(comparison),
                measure.unit(),
                measure.higherIsBetter());
    }

    private static float[] generated(CliEnvironment backstage, RunCapture run, int count, Wish wish) {
        RandomStream random = new RandomStream(wish.seed(), Purpose.MEASURE, 1);
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] latent = new float[run.info().spec().latentDim()];
            random.fillGaussian(latent, 1);
            latents.add(latent);
        }
        try (CliEnvironment.Studio studio = backstage.studio(run)) {
            return ScatterOutput.points(studio, latents, wish.averaged());
        }
    }

    /** Two samples that have nothing to do with each other: of two draws, or two parts of one shuffled file. */
    private static float[][] twoSamples(Dataset data, Optional<Dataset> test, int count, long seed)
            throws CliException {
        RandomStream random = new RandomStream(seed, Purpose.MEASURE, 2);
        if (test.isPresent()) {
            return new float[][] {ScatterOutput.draw(test.get(), count, random), ScatterOutput.draw(data, count, random)
            };
        }
        if (2L * count > data.size()) {
            throw new CliException(
                    "'%s' holds %,d points, and two independent samples of %,d need twice as many; choose --samples %d or fewer."
                            .formatted(data.name(), data.size(), count, data.size() / 2));
        }
        float[] shuffled = shuffled(all(data), 2 * count, random);
        return new float[][] {Arrays.copyOf(shuffled, 2 * count), Arrays.copyOfRange(shuffled, 2 * count, 4 * count)};
    }

    private static float[] shuffled(float[] points, int count, RandomStream random) {
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
            data.copyPicture(i, points, 2 * i);
        }
        return points;
    }
}
