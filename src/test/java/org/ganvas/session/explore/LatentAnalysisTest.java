package org.ganvas.session.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentSampling;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.LatentDirection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LatentAnalysisTest {

    private static final SearchBudget FREE = new SearchBudget(() -> true, () -> false);

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    @Test
    void aTranslationHasNoDirections() {
        GanSpec spec = PresetRegistry.get("inpainting").spec();
        TrainerState weights =
                new TrainerState(3, List.of(new NamedArray("generator/any", new long[] {1}, new float[1])));
        LatentAnalysis analysis = LatentAnalysis.of(new AnalyzedGenerator(spec, weights, false), FREE, share -> {});
        assertEquals(List.of(), analysis.directions());
    }

    /**
     * Of a first layer y = Wᵀz without an activation the directions are known: the covariance of y is WᵀW, so each direction is an
     * eigenvector of W Wᵀ. Here W is diagonal, so they are the axes themselves in the order of their weights.
     */
    @Test
    void directionsOfALinearFirstLayerAreItsSingularVectors() {
        AnalyzedGenerator small = SmallGenerators.of(Conditioning.NONE);
        List<NamedArray> arrays = new ArrayList<>(small.state().arrays());
        float[] diagonal = new float[SmallGenerators.LATENT * 24];
        float[] weights = {0.5f, 3, 1, 2};
        for (int i = 0; i < SmallGenerators.LATENT; i++) {
            diagonal[i * 24 + i] = weights[i];
        }
        arrays.set(0, new NamedArray("generator/0.dense/weight", new long[] {SmallGenerators.LATENT, 24}, diagonal));
        GanSpec nonlinear = small.spec();
        // The first activation is the tanh at the end; before it the analysis would end with the first dense layer
        // alone.
        NetworkSpec generator = new NetworkSpec(
                nonlinear.generator().init(), nonlinear.generator().layers().subList(0, 1));
        assertEquals(1, generator.layersBeforeActivation());
        GanSpec linear = new GanSpec(
                nonlinear.latentDim(),
                new ImageShape(1, 4, 6),
                0,
                Conditioning.NONE,
                generator,
                nonlinear.discriminator(),
                nonlinear.loss(),
                nonlinear.training());
        AnalyzedGenerator analyzed = new AnalyzedGenerator(linear, new TrainerState(9, arrays.subList(0, 2)), false);
        LatentAnalysis analysis = LatentAnalysis.of(analyzed, FREE, share -> {});
        int[] order = {1, 3, 2, 0};
        double total = 0.25 + 9 + 1 + 4;
        for (int k = 0; k < 4; k++) {
            float[] vector = analysis.directions().get(k).vector();
            assertEquals(1, vector[order[k]], 1e-6, "direction " + k);
            assertEquals(
                    weights[order[k]] * weights[order[k]] / total,
                    analysis.directions().get(k).share(),
                    1e-6);
        }
        assertEquals(9, analysis.step());
        double[] effects = DimensionEffects.of(analyzed, FREE, share -> {});
        assertTrue(effects[1] > effects[3] && effects[3] > effects[2]);
        assertEquals(2 * 3 / Math.sqrt(24), effects[1], 1e-4);
    }

    @Test
    void directionsHaveLengthOneAndAreOrthogonal() {
        LatentAnalysis analysis = LatentAnalysis.of(SmallGenerators.of(Conditioning.PROJECTION), FREE, share -> {});
        List<LatentDirection> directions = analysis.directions();
        assertEquals(SmallGenerators.LATENT, directions.size());
        for (LatentDirection direction : directions) {
            assertEquals(1, LatentSampling.norm(direction.vector()), 1e-5);
        }
        float[] first = directions.get(0).vector();
        float[] second = directions.get(1).vector();
        double product = 0;
        for (int i = 0; i < first.length; i++) {
            product += first[i] * second[i];
        }
        assertEquals(0, product, 1e-5);
        assertEquals(1, directions.stream().mapToDouble(LatentDirection::share).sum(), 1e-9);
    }

    @Test
    void progressOfBothAnalysesGrowsToOne() {
        List<Double> progress = new ArrayList<>();
        LatentAnalysis.of(SmallGenerators.of(Conditioning.PROJECTION), FREE, progress::add);
        assertEquals(1, progress.get(progress.size() - 1), 1e-9);
        assertEquals(progress.stream().sorted().toList(), progress);
        progress.clear();
        double[] effects = DimensionEffects.of(SmallGenerators.of(Conditioning.PROJECTION), FREE, progress::add);
        assertEquals(SmallGenerators.LATENT, effects.length);
        assertEquals(1, progress.get(progress.size() - 1), 1e-9);
    }

    /** Where the first layers are not affine, the directions are those of the linear fit: here of one strong dimension. */
    @Test
    void directionsOfANonlinearMapAreThoseOfItsLinearFit() {
        LatentDirection strongest = LatentAnalysis.of(SmallGenerators.normalised(2), FREE, share -> {})
                .directions()
                .get(0);
        assertEquals(1, strongest.vector()[2], 0.02);
        assertTrue(strongest.share() > 0.7, "share " + strongest.share());
    }

    @Test
    void aGeneratorWithoutWeightsHasNoDirections() {
        AnalyzedGenerator empty = new AnalyzedGenerator(
                SmallGenerators.of(Conditioning.NONE).spec(), new TrainerState(5, List.of()), false);
        LatentAnalysis analysis = LatentAnalysis.of(empty, FREE, share -> {});
        assertEquals(List.of(), analysis.directions());
        assertEquals(5, analysis.step());
    }

    @Test
    void directionsAreFlatIfNoneIsTwiceAsStrongAsTheMean() {
        assertTrue(LatentAnalysis.isFlat(List.of(new LatentDirection("", new float[100], 0.019)), 100));
        assertFalse(LatentAnalysis.isFlat(List.of(new LatentDirection("", new float[100], 0.021)), 100));
        assertFalse(LatentAnalysis.isFlat(List.of(), 100));
    }

    /** Along a weak direction one must move further until the image has changed as much. */
    @Test
    void rangeGrowsWithTheWeaknessOfTheDirections() {
        try (GeneratorProbe probe = SmallGenerators.of(Conditioning.NONE).open()) {
            List<LatentDirection> directions = LatentAnalysis.of(SmallGenerators.of(Conditioning.NONE), FREE, x -> {})
                    .directions();
            double strong = VisibleRange.of(probe, List.of(directions.get(0)), FREE, x -> {});
            float[] weak = directions.get(0).vector().clone();
            for (int i = 0; i < weak.length; i++) {
                weak[i] /= 3;
            }
            double far = VisibleRange.of(probe, List.of(new LatentDirection("", weak, 0)), FREE, x -> {});
            assertTrue(far >= 2 * strong, strong + " and " + far);
        }
    }

    @Test
    void blendsOfOneClassAreRenderedAsThatClass() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] latents = new float[100 * SmallGenerators.LATENT];
        new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 0).fillGaussian(latents, 1);
        int[] labels = new int[100];
        float[] weights = new float[100 * SmallGenerators.CLASSES];
        for (int i = 0; i < 100; i++) {
            labels[i] = i % 3;
            weights[i * 3 + labels[i]] = 1;
        }
        try (GeneratorProbe probe = generator.open()) {
            assertArrayEquals(probe.generate(latents, labels), probe.generateBlends(latents, weights));
        }
    }

    /** Gradients by central differences. */
    @Test
    void gradientsAreThoseOfTheErrors() {
        AnalyzedGenerator generator = SmallGenerators.of(Conditioning.PROJECTION);
        float[] latents = new float[2 * SmallGenerators.LATENT];
        new SeededRandomStream(2, SeededRandomStream.Purpose.TEST, 0).fillGaussian(latents, 1);
        float[] classes = {1, 0, 0, 0, 0.5f, 0.5f};
        float[] target = new float[64];
        float[] mask = new float[64];
        for (int i = 0; i < 64; i++) {
            target[i] = (i % 7) / 7f;
            mask[i] = i % 3 == 0 ? 0 : 1;
        }
        try (GeneratorProbe probe = generator.open()) {
            float[] gradients =
                    probe.errorGradient(latents, classes, target, mask).gradients();
            for (int i = 0; i < latents.length; i++) {
                float[] up = latents.clone();
                float[] down = latents.clone();
                up[i] += 5e-3f;
                down[i] -= 5e-3f;
                int row = i / SmallGenerators.LATENT;
                double numeric = (probe.errorGradient(up, classes, target, mask).errors()[row]
                                - probe.errorGradient(down, classes, target, mask)
                                        .errors()[row])
                        / 1e-2;
                assertEquals(numeric, gradients[i], 2e-3, "number " + i);
            }
        }
    }
}
