package org.ganvas.session.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecVariants;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The best D against distributions whose densities are known in closed form. */
class DiscriminatorOptimumTest {

    private static final double WIDTH = 0.12;
    private static final PointLattice LATTICE = new PointLattice(new PointBounds(-5, -5, 5, 5), 256, 256);
    private static final GaussianMixture DATA =
            new GaussianMixture(List.of(new GaussianMixture.Centre(-1, 0), new GaussianMixture.Centre(1.5, 0.5)), 0.6);

    /** A linear G, x = A z + b with A of a rotation and two scales, makes a Gaussian. */
    private static float[] linear(float[] latents) {
        float[] points = new float[latents.length];
        for (int i = 0; i < latents.length; i += 2) {
            points[i] = (float) (0.5 + 0.8 * latents[i] - 0.3 * latents[i + 1]);
            points[i + 1] = (float) (-0.25 + 0.6 * latents[i] + 0.4 * latents[i + 1]);
        }
        return points;
    }

    /** Density of that Gaussian after each point was moved by normal noise. */
    private static double linearDensity(double x, double y, double noise) {
        double xx = 0.8 * 0.8 + 0.3 * 0.3 + noise * noise;
        double yy = 0.6 * 0.6 + 0.4 * 0.4 + noise * noise;
        double xy = 0.8 * 0.6 - 0.3 * 0.4;
        double determinant = xx * yy - xy * xy;
        double dx = x - 0.5;
        double dy = y + 0.25;
        double square = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
        return Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
    }

    private static float[] generatedDensity() {
        LatentCells.Weighted latents =
                LatentCells.weighted(PresetRegistry.get("ring").spec(), 1 << 16, 1);
        return KernelDensity.of(LATTICE, linear(latents.latents()), latents.weights(), WIDTH);
    }

    @Test
    void probabilityOfALinearGeneratorIsExactWhereThereIsData() {
        float[] fake = generatedDensity();
        int compared = 0;
        for (int i = 0; i < LATTICE.size(); i++) {
            double x = LATTICE.x(i % 256);
            double y = LATTICE.y(i / 256);
            double real = DATA.density(x, y, WIDTH);
            if (real > 1e-3) {
                double exact = real / (real + linearDensity(x, y, WIDTH));
                assertEquals(exact, real / (real + fake[i]), 0.02, x + ", " + y);
                compared++;
            }
        }
        assertTrue(compared > 5000, compared + " places");
    }

    @Test
    void lossOfTheBestDiscriminatorIsTheDivergence() {
        float[] fake = generatedDensity();
        double cell = 10.0 / 255 * 10.0 / 255;
        double divergence = 0;
        double loss = 0;
        for (int i = 0; i < LATTICE.size(); i++) {
            double f = DATA.density(LATTICE.x(i % 256), LATTICE.y(i / 256), WIDTH);
            double g = linearDensity(LATTICE.x(i % 256), LATTICE.y(i / 256), WIDTH);
            double middle = (f + g) / 2;
            divergence += cell / 2 * (f * Math.log(f / middle) + g * Math.log(g / middle));
            double logit = Math.log(f / Math.max(1e-30, fake[i]));
            loss += cell * (f * Math.log1p(Math.exp(-logit)) + g * Math.log1p(Math.exp(logit)));
        }
        assertEquals(2 * Math.log(2) - 2 * divergence, loss, 1e-3);
    }

    @Test
    void densityOfKernelsHasTheMassOfItsPoints() {
        float[] density = KernelDensity.of(LATTICE, new float[] {0.3f, -1.2f, 2, 2}, WIDTH);
        double sum = 0;
        for (float each : density) {
            sum += each * (10.0 / 255) * (10.0 / 255);
        }
        assertEquals(1, sum, 1e-3);
        double peak = 1 / (2 * 2 * Math.PI * WIDTH * WIDTH);
        assertEquals(peak, LATTICE.interpolate(density, 2, 2), 0.04 * peak);
    }

    /** No other answer at a place has a smaller loss: the closed forms are minima of the loss's own terms. */
    @ParameterizedTest
    @EnumSource(
            value = LossSpec.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WASSERSTEIN", "EVIDENCE", "RELATIVISTIC"})
    void outputMinimisesTheLossAtEachPlace(LossSpec loss) {
        GanSpec spec = SpecVariants.withLoss(PresetRegistry.get("ring").spec(), loss);
        OptimalOutput output = new OptimalOutput(spec);
        float[] real = {0.2f, 1.5f, 0.7f};
        float[] fake = {0.9f, 0.4f, 0.6f};
        float[] best = output.of(real, fake);
        for (int i = 0; i < best.length; i++) {
            double least =
                    real[i] * loss.real().at(best[i]) + fake[i] * loss.fake().at(best[i]);
            for (double other = -4; other <= 4; other += 0.01) {
                assertTrue(
                        least
                                <= real[i] * loss.real().at(other)
                                        + fake[i] * loss.fake().at(other)
                                        + 1e-5,
                        loss + " at " + other);
            }
        }
    }

    /** Where kernels hide what D sees, what there is to see is at least that; without a best D there is no figure. */
    @Test
    void nobodySeesMoreThanThereIs() {
        assertEquals(0.2, optimum(0.2, 0.3).bestLoss());
        assertEquals(0.3, optimum(0.4, 0.3).bestLoss());
        assertEquals(Double.NaN, optimum(0.2, Double.NaN).bestLoss());
    }

    private static DiscriminatorOptimum optimum(double loss, double bestLoss) {
        return new DiscriminatorOptimum(
                LATTICE, new float[0], new float[0], new float[0], WIDTH, false, loss, bestLoss);
    }

    @Test
    void aWassersteinCriticHasNoBestOutput() {
        GanSpec spec = SpecVariants.withLoss(PresetRegistry.get("ring").spec(), LossSpec.WASSERSTEIN);
        assertFalse(new OptimalOutput(spec).exists());
        assertEquals(0, new OptimalOutput(spec).of(new float[] {1}, new float[] {2}).length);
    }

    @Test
    void quantilesInvertTheNormalDistribution() {
        assertEquals(0, NormalQuantiles.at(0.5), 1e-9);
        assertEquals(1.959964, NormalQuantiles.at(0.975), 1e-5);
        assertEquals(-2.326348, NormalQuantiles.at(0.01), 1e-5);
        assertEquals(3.290527, NormalQuantiles.at(0.9995), 1e-4);
    }
}
