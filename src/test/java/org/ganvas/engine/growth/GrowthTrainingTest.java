package org.ganvas.engine.growth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec.PixelNorm;
import org.ganvas.engine.spec.layer.ResizeLayerSpec.Interpolation;
import org.ganvas.engine.spec.layer.ResizeLayerSpec.Upsample;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.fixture.NoiseDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class GrowthTrainingTest {

    /** Stages begin at steps 4 and 11 and have come in at steps 7 and 14. */
    private static final GrowthSpec TIMES = new GrowthSpec(3, 4, true);

    private static final GanSpec SPEC = GrowingSpecs.of(TIMES);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static GameTrainer trainer(GanSpec spec) {
        return new GameTrainer(spec, new NoiseDataset(spec, 0.5), 3);
    }

    private static TrainerState after(GameTrainer trainer, int steps) {
        for (int i = 0; i < steps; i++) {
            trainer.step();
        }
        return trainer.capture();
    }

    private static TrainerState after(GanSpec spec, int steps) {
        try (GameTrainer trainer = trainer(spec)) {
            return after(trainer, steps);
        }
    }

    private static Map<String, NamedArray> byName(TrainerState state) {
        return state.arrays().stream().collect(Collectors.toMap(NamedArray::name, array -> array));
    }

    private static void assertSame(TrainerState expected, TrainerState actual) {
        assertEquals(expected.step(), actual.step());
        Map<String, NamedArray> arrays = byName(actual);
        for (NamedArray array : expected.arrays()) {
            assertArrayEquals(array.values(), arrays.get(array.name()).values(), array.name());
        }
    }

    // ---- What is rendered ----

    private static float[] rendered(TrainerState state, float[] latents) {
        try (GeneratorProbe probe = new GeneratorProbe(SPEC)) {
            probe.load(state, false);
            return probe.generate(latents, new int[latents.length / SPEC.latentDim()]);
        }
    }

    /** Output of a network of only the layers that G needs, with its weights of the given layers. */
    private static float[] alone(TrainerState state, float[] latents, List<LayerSpec> layers, int... from) {
        Map<String, NamedArray> arrays = byName(state);
        NetworkSpec spec = new NetworkSpec(InitSpec.EQUALISED, layers);
        SeededRandomStream random = new SeededRandomStream(0, Purpose.TEST, 0);
        try (NeuralNetwork network =
                new NeuralNetwork(spec, LayerShape.row(SPEC.latentDim()), random, DataType.FLOAT)) {
            int i = 0;
            for (NamedTensor parameter : network.parameters()) {
                String part = parameter.name().substring(parameter.name().indexOf('.'));
                parameter
                        .tensor()
                        .set(arrays.get("generator/" + from[i++ / 2] + part).values(), 0);
            }
            Tensor given = Tensor.of(latents, latents.length / SPEC.latentDim(), SPEC.latentDim());
            return network.forward(given, ForwardContext.INFERENCE).output().toFloats();
        }
    }

    private static List<LayerSpec> layers(LayerSpec... later) {
        List<LayerSpec> all = new ArrayList<>(GrowingSpecs.START);
        all.addAll(List.of(later));
        return all;
    }

    private static float[] latents() {
        float[] latents = new float[3 * SPEC.latentDim()];
        new SeededRandomStream(5, Purpose.TEST, 0).fillGaussian(latents, 1);
        return latents;
    }

    @Test
    void beforeAFadeTheCoarseStageAloneIsRendered() {
        TrainerState state = after(SPEC, 3);
        LayerSpec twice = new Upsample(2, Interpolation.NEAREST);
        float[] expected = alone(state, latents(), layers(GrowingSpecs.conv(1, 1), twice, twice), 0, 5);
        assertArrayEquals(expected, rendered(state, latents()));
    }

    @Test
    void afterAFadeTheNewPathAloneIsRendered() {
        TrainerState state = after(SPEC, 7);
        LayerSpec twice = new Upsample(2, Interpolation.NEAREST);
        List<LayerSpec> layers = layers(
                twice,
                GrowingSpecs.conv(4, 3),
                new LayerSpec.LeakyRelu(0.2),
                new PixelNorm(1e-8),
                GrowingSpecs.conv(1, 1),
                twice);
        assertArrayEquals(alone(state, latents(), layers, 0, 10, 14), rendered(state, latents()));
    }

    @Test
    void halfwayBothPathsAreBlended() {
        TrainerState half = after(SPEC, 5);
        float[] coarse = rendered(new TrainerState(3, half.arrays()), latents());
        float[] fine = rendered(new TrainerState(7, half.arrays()), latents());
        float[] blended = rendered(half, latents());
        for (int i = 0; i < blended.length; i++) {
            assertEquals(0.5 * coarse[i] + 0.5 * fine[i], blended[i], 1e-6);
        }
        assertFalse(Arrays.equals(coarse, fine));
    }

    // ---- What is trained ----

    @Test
    void trainingResumedInAFadeIsTheSame() {
        TrainerState expected = after(SPEC, 9);
        TrainerState middle = after(SPEC, 5);
        try (GameTrainer resumed = trainer(SPEC)) {
            resumed.restore(middle);
            assertSame(expected, after(resumed, 4));
        }
    }

    @Test
    void trainingRewoundOverAStageIsTheSame() {
        try (GameTrainer trainer = trainer(SPEC)) {
            TrainerState early = after(trainer, 2);
            TrainerState expected = after(trainer, 10);
            trainer.restore(early);
            assertSame(expected, after(trainer, 10));
        }
    }

    private static long clock(TrainerState state, String variable) {
        int slash = variable.indexOf('/');
        float[] parts = byName(state)
                .get(variable.substring(0, slash) + "/clock" + variable.substring(slash))
                .values();
        return (long) parts[0] * (1 << 20) + (long) parts[1];
    }

    private static void assertClocks(TrainerState state, long coarse, long middle, long fine) {
        assertEquals(coarse, clock(state, "generator/0.dense/weight"));
        assertEquals(middle, clock(state, "generator/10.conv/weight"));
        assertEquals(fine, clock(state, "generator/20.conv/bias"));
        assertEquals(coarse, clock(state, "discriminator/27.dense/weight"));
        assertEquals(middle, clock(state, "discriminator/20.conv/weight"));
        assertEquals(fine, clock(state, "discriminator/7.conv/weight"));
    }

    @Test
    void optimizersStartAnewWithAStage() {
        assertClocks(after(SPEC, 3), 3, 0, 0);
        assertClocks(after(SPEC, 4), 1, 1, 0);
        assertClocks(after(SPEC, 10), 7, 7, 0);
        assertClocks(after(SPEC, 11), 1, 1, 1);
    }

    @Test
    void withoutResetOnlyNewLayersStartAtTheirFirstUpdate() {
        GanSpec kept = GrowingSpecs.of(new GrowthSpec(3, 4, false));
        assertClocks(after(kept, 11), 11, 8, 1);
    }

    @Test
    void layersOfALaterStageStayAsTheyWere() {
        Map<String, NamedArray> start = byName(after(SPEC, 0));
        Map<String, NamedArray> end = byName(after(SPEC, 10));
        for (String name : List.of("generator/20.conv/weight", "discriminator/7.conv/weight")) {
            assertArrayEquals(start.get(name).values(), end.get(name).values(), name);
        }
        String middle = "generator/10.conv/weight";
        assertFalse(Arrays.equals(start.get(middle).values(), end.get(middle).values()));
        assertArrayEquals(
                start.get("average/20.conv/weight").values(),
                end.get("average/20.conv/weight").values());
    }

    @Test
    void criticWithPenaltyAndMinibatchDeviationTrains() {
        GanSpec spec = new GanSpec(
                SPEC.latentDim(),
                SPEC.image(),
                0,
                SPEC.conditioning(),
                0,
                SPEC.generator(),
                SPEC.discriminator(),
                LossSpec.WASSERSTEIN,
                List.of(new GradientPenalty(Where.BETWEEN, 10, 1, 1)),
                SPEC.training());
        try (GameTrainer trainer = trainer(spec)) {
            for (int i = 0; i < 12; i++) {
                assertTrue(Double.isFinite(trainer.step().discriminatorLoss()), "step " + (i + 1));
            }
        }
    }

    // ---- What is seen of the data ----

    private static float[] seen(float[] pixels, long step) {
        return new GrowthImages(SPEC).at(Tensor.of(pixels, 1, 64), step).toFloats();
    }

    private static float[] ramp() {
        float[] pixels = new float[64];
        for (int i = 0; i < 64; i++) {
            pixels[i] = i;
        }
        return pixels;
    }

    @Test
    void realImagesHaveThePixelsOfTheStage() {
        float[] coarse = seen(ramp(), 1);
        assertEquals((0 + 27) / 2.0, coarse[0], 1e-5, "the mean of a square of 4 by 4");
        assertEquals(coarse[0], coarse[27]);
        float[] middle = seen(ramp(), 7);
        assertEquals((0 + 9) / 2.0, middle[0], 1e-5, "the mean of a square of 2 by 2");
        assertArrayEquals(ramp(), seen(ramp(), 14));
    }

    @Test
    void realImagesFadeAsTheNetworksDo() {
        float[] coarse = seen(ramp(), 1);
        float[] middle = seen(ramp(), 7);
        float[] faded = seen(ramp(), 4);
        for (int i = 0; i < 64; i++) {
            assertEquals(0.75 * coarse[i] + 0.25 * middle[i], faded[i], 1e-5);
        }
    }
}
