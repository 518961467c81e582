package org.ganvas.session.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.Latents;
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
    void aGeneratorsOwnPicturesAreFoundAgain() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        for (int seed = 1; seed <= 3; seed++) {
            float[] picture = draw(generator, Latents.ofSeed(seed, SmallGenerators.LATENT), new float[0]);
            LatentInversion.Found found =
                    LatentInversion.run(generator, whole(picture, new float[0]), SHORT, FREE, news -> {});
            assertTrue(found.error() < 1e-3, "seed " + seed + ": " + found.error());
            assertEquals(found.error(), meanSquare(found.picture(), picture), 1e-4);
            assertArrayEquals(Latents.ofSeed(seed, SmallGenerators.LATENT), found.latent(), 0.2f);
        }
    }

    @Test
    void theClassIsFoundToo() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] second = {0, 1, 0};
        float[] picture = draw(generator, Latents.ofSeed(4, SmallGenerators.LATENT), second);
        LatentInversion.Found found =
                LatentInversion.run(generator, whole(picture, new float[0]), SHORT, FREE, news -> {});
        assertArrayEquals(second, found.classWeights());
        assertTrue(found.error() < 1e-3);
    }

    @Test
    void theClassAskedForIsKept() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] blend = {0.5f, 0.5f, 0};
        float[] picture = draw(generator, Latents.ofSeed(4, SmallGenerators.LATENT), blend);
        LatentInversion.Found found = LatentInversion.run(generator, whole(picture, blend), SHORT, FREE, news -> {});
        assertArrayEquals(blend, found.classWeights());
        assertTrue(found.error() < 1e-3);
    }

    @Test
    void aHoleIsFilledFromWhatIsAroundIt() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        float[] picture = draw(generator, Latents.ofSeed(2, SmallGenerators.LATENT), new float[0]);
        float[] torn = picture.clone();
        float[] counts = new float[torn.length];
        Arrays.fill(counts, 1);
        for (int i = 20; i < 30; i++) {
            torn[i] = -1;
            counts[i] = 0;
        }
        InversionTarget target = new InversionTarget(torn, counts, new float[0]);
        assertTrue(target.hasHole());
        LatentInversion.Found found = LatentInversion.run(generator, target, SHORT, FREE, news -> {});
        float[] mended = target.pasted(found.picture());
        assertEquals(picture[3], mended[3]);
        for (int i = 20; i < 30; i++) {
            assertEquals(picture[i], mended[i], 0.05f);
        }
    }

    @Test
    void newsGetBetterAndTheSearchCanBeGivenUp() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.NONE);
        float[] picture = draw(generator, Latents.ofSeed(5, SmallGenerators.LATENT), new float[0]);
        List<Double> errors = new ArrayList<>();
        LatentInversion.run(generator, whole(picture, new float[0]), SHORT, FREE, news -> errors.add(news.error()));
        assertTrue(errors.size() > 10);
        assertTrue(errors.get(errors.size() - 1) < errors.get(0));
        SearchBudget tired = new SearchBudget(() -> false, () -> false);
        assertThrows(
                CancellationException.class,
                () -> LatentInversion.run(generator, whole(picture, new float[0]), SHORT, tired, news -> {}));
    }

    private static InversionTarget whole(float[] picture, float[] classWeights) {
        float[] counts = new float[picture.length];
        Arrays.fill(counts, 1);
        return new InversionTarget(picture, counts, classWeights);
    }

    private static float[] draw(AnalyzedGenerator generator, float[] latent, float[] classWeights) {
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
