package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecVariants;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscriminatorProbeTest {

    @ParameterizedTest
    @CsvSource({"mlp-b, 3", "ring-pacgan, 3", "vae, 0"})
    void onlyADiscriminatorHasALogitPerImage(String preset, int logits) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            assertEquals(logits, probe.logits(new float[3 * spec.image().size()], new int[3]).length);
        }
    }

    /** Against central differences of the loss computed from logits and the registry's terms in double precision. */
    @ParameterizedTest
    @EnumSource(
            value = LossSpec.class,
            names = {"FEATURE_MATCHING", "EVIDENCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void forceIsMinusTheGradientOfTheGeneratorsLoss(LossSpec loss) {
        GanSpec spec = SpecVariants.withLoss(PresetRegistry.get("ring").spec(), loss);
        float[] fakes = gaussian(1, 16);
        float[] reals = gaussian(2, 16);
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            float[] force = probe.force(fakes, new int[8], reals, new int[8]);
            double largest = 0;
            for (float each : force) {
                largest = Math.max(largest, Math.abs(each));
            }
            assertTrue(largest > 0);
            for (int i = 0; i < fakes.length; i++) {
                float step = 2e-3f;
                double up = generatorLoss(probe, loss, moved(fakes, i, step), reals);
                double down = generatorLoss(probe, loss, moved(fakes, i, -step), reals);
                assertEquals(-8 * (up - down) / (2 * step), force[i], 3e-3 * largest, loss + ", number " + i);
            }
        }
    }

    private static double generatorLoss(DiscriminatorProbe probe, LossSpec loss, float[] fakes, float[] reals) {
        float[] fake = probe.logits(fakes, new int[8]);
        float[] real = probe.logits(reals, new int[8]);
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += loss.generator().at(loss.paired() ? (double) fake[i] - real[i] : fake[i]) / 8;
        }
        return sum;
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

    private static float[] moved(float[] points, int index, float by) {
        float[] moved = points.clone();
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
