package org.ganvas.session.lab;

import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.training.Regularizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best D against a generator from both densities. The data's density is exact for a mixture of Gaussians and
 * estimated for other data; G's is estimated from its points. Both are widened by the same kernel, so that its width does not
 * bias their quotient. The {@code lab} thread's.
 */
final class OptimumFinder {

    private static final int SIDE = 256;

    /** Space around the data, as a share of its extent. */
    private static final double MARGIN = 0.5;

    /** Width of the kernel in lattice steps. */
    private static final double WIDTH = 2.5;

    private static final int GENERATED = 1 << 16;
    private static final int MAX_REAL = 1 << 17;

    /** Points on which the losses are compared. */
    private static final int COMPARED = 1 << 13;

    private final LabRun run;
    private final Dataset data;
    private final OptimalOutput output;
    private final float[] still;
    private SimilarityTransform place = SimilarityTransform.IDENTITY;
    private float[] realPoints;
    private PointLattice lattice;
    private double kernel;
    private float @Nullable [] real;
    private double noise = Double.NaN;

    OptimumFinder(LabRun run, Dataset data) {
        this.run = run;
        this.data = data;
        output = new OptimalOutput(run.spec());
        still = realPoints(data, run.seed());
        realPoints = still;
        lattice = lattice(still);
        kernel = kernel();
    }

    private static PointLattice lattice(float[] points) {
        return new PointLattice(around(PointBounds.around(points)), SIDE, SIDE);
    }

    private double kernel() {
        return WIDTH * lattice.bounds().width() / (SIDE - 1);
    }

    private void follow(SimilarityTransform newPlace) {
        if (!newPlace.equals(place)) {
            place = newPlace;
            realPoints = place.mapped(still);
            lattice = lattice(realPoints);
            kernel = kernel();
            real = null;
        }
    }

    private static float[] realPoints(Dataset data, long seed) {
        int size = data.size();
        int count = Math.min(size, MAX_REAL);
        float[] points = new float[2 * count];
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.REAL_SAMPLES, -1);
        for (int i = 0; i < count; i++) {
            data.copyImage(count < size ? random.nextInt(size) : i, points, 2 * i);
        }
        return points;
    }

    /** Square around the data. */
    private static PointBounds around(PointBounds bounds) {
        double half = Math.max(bounds.width(), bounds.height()) * (1 + MARGIN) / 2;
        double x = (bounds.left() + bounds.right()) / 2;
        double y = (bounds.bottom() + bounds.top()) / 2;
        return new PointBounds(x - half, y - half, x + half, y + half);
    }

    /**
     * The optimum against a generator, and D's loss beside it.
     *
     * @param newPlace where the data is in the step
     */
    DiscriminatorOptimum find(
            GeneratorProbe generator, DiscriminatorProbe discriminator, long step, SimilarityTransform newPlace) {
        follow(newPlace);
        LatentCells.Weighted latents = LatentCells.weighted(run.spec(), GENERATED, run.seed());
        float[] points = generator.generate(latents.latents(), new int[GENERATED]);
        double width = Math.hypot(kernel, instanceNoise(step));
        float[] densityOfReal = realDensity(width);
        float[] densityOfFake = KernelDensity.of(lattice, points, latents.weights(), width);
        float[] best = output.of(densityOfReal, densityOfFake);
        float[] realSample = sample(realPoints);
        float[] fakeSample =
                generator.generate(LatentCells.representatives(run.spec(), COMPARED, run.seed()), new int[COMPARED]);
        return new DiscriminatorOptimum(
                lattice,
                densityOfReal,
                densityOfFake,
                best,
                width,
                data.density().isPresent(),
                output.loss(
                        discriminator.logits(realSample, new int[COMPARED]),
                        discriminator.logits(fakeSample, new int[COMPARED])),
                best.length == 0 ? Double.NaN : output.loss(bestAt(best, realSample), bestAt(best, fakeSample)));
    }

    /** Standard deviation of the noise that D sees on all points, which widens both densities. */
    private double instanceNoise(long step) {
        return run.spec()
                .regularizer(Regularizer.InstanceNoise.class)
                .map(noise -> noise.deviationAt(step))
                .orElse(0.0);
    }

    private float[] realDensity(double width) {
        float[] known = real;
        if (known == null || width != noise) {
            known = data.density()
                    .map(density -> place.isIdentity() ? density : density.mapped(place))
                    .map(density -> density.densities(lattice, width))
                    .orElseGet(() -> KernelDensity.of(lattice, realPoints, width));
            real = known;
            noise = width;
        }
        return known;
    }

    /** Points evenly taken from all. */
    private static float[] sample(float[] points) {
        float[] some = new float[2 * COMPARED];
        int count = points.length / 2;
        for (int i = 0; i < COMPARED; i++) {
            int from = (int) ((long) i * count / COMPARED);
            some[2 * i] = points[2 * from];
            some[2 * i + 1] = points[2 * from + 1];
        }
        return some;
    }

    private float[] bestAt(float[] best, float[] points) {
        float[] values = new float[points.length / 2];
        for (int i = 0; i < values.length; i++) {
            double value = lattice.interpolate(best, points[2 * i], points[2 * i + 1]);
            // Outside there are generated points only.
            values[i] = (float) (Double.isNaN(value) ? least(best) : value);
        }
        return values;
    }

    private static float least(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
