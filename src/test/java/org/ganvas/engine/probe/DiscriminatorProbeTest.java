package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecVariants;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.state.NamedArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscriminatorProbeTest {

    private static final int POINTS = 8;

    /** Of central differences in double precision; so small that no kink is crossed. */
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @CsvSource({"mlp-b, 3", "ring-pacgan, 3", "vae, 0"})
    void onlyADiscriminatorHasALogitPerImage(String preset, int logits) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            assertEquals(logits, probe.logits(new float[3 * spec.image().size()], new int[3]).length);
        }
    }

    /**
     * Against central differences of the loss in double precision, with the probe's own weights: in single precision the
     * steps must be so large that they cross kinks of the leaky ReLUs.
     */
    @ParameterizedTest
    @EnumSource(
            value = LossSpec.class,
            names = {"FEATURE_MATCHING", "EVIDENCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void forceIsMinusTheGradientOfTheGeneratorsLoss(LossSpec loss) {
        GanSpec spec = SpecVariants.withLoss(PresetRegistry.get("ring").spec(), loss);
        float[] fakes = gaussian(1, 2 * POINTS);
        float[] reals = gaussian(2, 2 * POINTS);
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            float[] force = probe.force(fakes, new int[POINTS], reals, new int[POINTS]);
            List<NamedArray> arrays = probe.arrays();
            double largest = 0;
            for (float each : force) {
                largest = Math.max(largest, Math.abs(each));
            }
            assertTrue(largest > 0);
            for (int i = 0; i < fakes.length; i++) {
                double up = generatorLoss(arrays, loss, moved(fakes, i, STEP), reals);
                double down = generatorLoss(arrays, loss, moved(fakes, i, -STEP), reals);
                double expected = -POINTS * (up - down) / (2 * STEP);
                double tolerance = 1e-3 * Math.abs(expected) + 1e-6 * largest;
                assertEquals(expected, force[i], tolerance, loss + ", number " + i);
            }
        }
    }

    private static double generatorLoss(List<NamedArray> arrays, LossSpec loss, double[] fakes, float[] reals) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double fake = logit(arrays, fakes[2 * i], fakes[2 * i + 1]);
            double logit = loss.paired() ? fake - logit(arrays, reals[2 * i], reals[2 * i + 1]) : fake;
            sum += loss.generator().at(logit) / POINTS;
        }
        return sum;
    }

    /** D of the ring in plain double precision: dense layers with leaky ReLUs of slope 0.2 between them. */
    private static double logit(List<NamedArray> arrays, double x, double y) {
        double[] values = {x, y};
        for (int layer = 0; layer <= 4; layer += 2) {
            float[] weights = array(arrays, layer + ".dense/weight");
            float[] biases = array(arrays, layer + ".dense/bias");
            double[] sums = new double[biases.length];
            for (int unit = 0; unit < sums.length; unit++) {
                sums[unit] = biases[unit];
                for (int from = 0; from < values.length; from++) {
                    sums[unit] += values[from] * weights[from * sums.length + unit];
                }
                if (layer < 4 && sums[unit] < 0) {
                    sums[unit] *= 0.2;
                }
            }
            values = sums;
        }
        return values[0];
    }

    private static float[] array(List<NamedArray> arrays, String name) {
        return arrays.stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void forceOfFeatureMatchingMovesTheMeanFeaturesTogether() {
        GanSpec spec = SpecVariants.withLoss(PresetRegistry.get("ring").spec(), LossSpec.FEATURE_MATCHING);
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            float[] same = gaussian(1, 16);
            for (float each : probe.force(same, new int[8], same, new int[8])) {
                assertEquals(0, each, 1e-6);
            }
            boolean moves = false;
            for (float each : probe.force(gaussian(2, 16), new int[8], same, new int[8])) {
                moves |= Math.abs(each) > 1e-6;
            }
            assertTrue(moves);
        }
    }

    @Test
    void packsAndAutoencodersAreAnsweredToo() {
        GanSpec packs = PresetRegistry.get("ring-pacgan").spec();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(packs)) {
            assertEquals(16, probe.force(gaussian(1, 16), new int[8], gaussian(2, 16), new int[8]).length);
        }
        GanSpec vae = PresetRegistry.get("vae").spec();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(vae)) {
            assertEquals(0, probe.force(new float[784], new int[1], new float[784], new int[1]).length);
        }
    }

    private static double[] moved(float[] points, int index, double by) {
        double[] moved = new double[points.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = points[i];
        }
        moved[index] += by;
        return moved;
    }

    private static float[] gaussian(long seed, int length) {
        float[] numbers = new float[length];
        new SeededRandomStream(seed, Purpose.TEST, 0).fillGaussian(numbers, 1);
        return numbers;
    }

    @Test
    void copyBeyondTheTargetIsRefused() {
        Tensor three = Tensor.of(new float[] {1, 2, 3}, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> three.copyTo(new float[3], 1));
        assertThrows(IndexOutOfBoundsException.class, () -> three.set(new float[2], 0));
    }
}
