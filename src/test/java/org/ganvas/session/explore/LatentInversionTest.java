package org.ganvas.session.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LatentInversionTest {

    private static final LatentInversion.Settings SHORT = new LatentInversion.Settings(8, 200, 0.1, 1e-5);
    private static final SearchBudget FREE = new SearchBudget(() -> true, () -> false);

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    @Test
    void latentsOfAGeneratorsOwnImagesAreFound() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        for (int seed = 1; seed <= 3; seed++) {
            float[] image = render(generator, LatentSampling.ofSeed(seed, SmallGenerators.LATENT), new float[0]);
            LatentInversion.Result found =
                    LatentInversion.run(generator, whole(image, new float[0]), SHORT, FREE, share -> {}, best -> {});
            assertTrue(found.error() < 1e-3, "seed " + seed + ": " + found.error());
            assertEquals(found.error(), meanSquare(found.image(), image), 1e-4);
            assertArrayEquals(LatentSampling.ofSeed(seed, SmallGenerators.LATENT), found.latent(), 0.2f);
        }
    }

    @Test
    void aCloseStartIsDescendedFromAlone() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        float[] latent = LatentSampling.ofSeed(6, SmallGenerators.LATENT);
        float[] image = render(generator, latent, new float[0]);
        float[] close = latent.clone();
        close[0] += 0.1f;
        InversionTarget target = whole(image, new float[0]);
        double before = meanSquare(render(generator, close, new float[0]), image);
        double few =
                LatentInversion.descend(generator, target, close, SHORT, FREE).error();
        assertTrue(few < before / 10, before + " fell to " + few);
        assertEquals(latent[0] + 0.1f, close[0], "the start stays as it is");
        assertTrue(
                LatentInversion.descend(generator, target, latent, SHORT, FREE).error() < 1e-9);
    }

    @Test
    void theClassIsFoundToo() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] second = {0, 1, 0};
        float[] image = render(generator, LatentSampling.ofSeed(4, SmallGenerators.LATENT), second);
        LatentInversion.Result found =
                LatentInversion.run(generator, whole(image, new float[0]), SHORT, FREE, share -> {}, best -> {});
        assertArrayEquals(second, found.classWeights());
        assertTrue(found.error() < 1e-3);
    }

    @Test
    void theGivenClassIsKept() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] blend = {0.5f, 0.5f, 0};
        float[] image = render(generator, LatentSampling.ofSeed(4, SmallGenerators.LATENT), blend);
        LatentInversion.Result found =
                LatentInversion.run(generator, whole(image, blend), SHORT, FREE, share -> {}, best -> {});
        assertArrayEquals(blend, found.classWeights());
        assertTrue(found.error() < 1e-3);
    }

    @Test
    void aHoleIsFilledFromItsSurroundings() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        float[] image = render(generator, LatentSampling.ofSeed(2, SmallGenerators.LATENT), new float[0]);
        float[] damaged = image.clone();
        float[] mask = new float[damaged.length];
        Arrays.fill(mask, 1);
        for (int i = 20; i < 30; i++) {
            damaged[i] = -1;
            mask[i] = 0;
        }
        InversionTarget target = new InversionTarget(damaged, mask, new float[0]);
        assertTrue(target.hasHole());
        LatentInversion.Result found = LatentInversion.run(generator, target, SHORT, FREE, share -> {}, best -> {});
        float[] filled = target.withHoleFilled(found.image());
        assertEquals(image[3], filled[3]);
        for (int i = 20; i < 30; i++) {
            assertEquals(image[i], filled[i], 0.05f);
        }
    }

    @Test
    void resultsImproveAndTheSearchCanBeCancelled() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        float[] image = render(generator, LatentSampling.ofSeed(5, SmallGenerators.LATENT), new float[0]);
        List<Double> errors = new ArrayList<>();
        LatentInversion.run(
                generator, whole(image, new float[0]), SHORT, FREE, share -> {}, best -> errors.add(best.error()));
        assertTrue(errors.size() > 10);
        assertTrue(errors.get(errors.size() - 1) < errors.get(0));
        SearchBudget cancelled = new SearchBudget(() -> false, () -> false);
        assertThrows(
                CancellationException.class,
                () -> LatentInversion.run(
                        generator, whole(image, new float[0]), SHORT, cancelled, share -> {}, best -> {}));
    }

    private static InversionTarget whole(float[] image, float[] classWeights) {
        float[] mask = new float[image.length];
        Arrays.fill(mask, 1);
        return new InversionTarget(image, mask, classWeights);
    }

    private static float[] render(AnalyzedGenerator generator, float[] latent, float[] classWeights) {
        try (GeneratorProbe probe = generator.open()) {
            return probe.generateBlends(latent, classWeights);
        }
    }

    private static double meanSquare(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }
}
