package org.ganvas.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ConvolutionOps;
import org.ganvas.engine.autodiff.StyleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class StyleLayersTest {

    private static final GanSpec SPEC = PresetRegistry.get("stylegan").spec();

    private static float[] latents(int count) {
        float[] latents = new float[count * SPEC.latentDim()];
        new SeededRandomStream(5, SeededRandomStream.Purpose.TEST, 0).fillGaussian(latents, 1);
        return latents;
    }

    /** A generator whose noise shows, after some passes that gave it a mean style. */
    private static Generator generator(GanSpec spec) {
        Generator generator = new Generator(spec, 1, DataType.FLOAT);
        for (NamedTensor parameter : generator.parameters()) {
            if (parameter.name().endsWith("strength")) {
                float[] strength = new float[(int) parameter.tensor().length()];
                Arrays.fill(strength, 0.3f);
                parameter.tensor().set(strength, 0);
            }
        }
        for (int i = 0; i < 30; i++) {
            run(generator, latents(8), ForwardContext.training(1, i), LayerObserver.NONE);
        }
        return generator;
    }

    private static float[] run(Generator generator, float[] latents, ForwardContext context, LayerObserver observer) {
        int count = latents.length / SPEC.latentDim();
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            return Autograd.withoutGraph(() -> generator.generate(latents, new int[count], context, observer))
                    .toFloats();
        } finally {
            arena.close();
        }
    }

    @Test
    void adaInGivesEachChannelTheMeanAndDeviationOfTheStyle() {
        GanSpec spec = PresetRegistry.get("stylegan1").spec();
        int layer = 5;
        StyleLayerSpec.AdaIn norm =
                (StyleLayerSpec.AdaIn) spec.generator().layers().get(layer);
        StyleLayers.AdaIn built = StyleLayers.AdaIn.of(
                layer,
                4,
                norm,
                0,
                3,
                new WeightInitializer(
                        spec.generator().init(),
                        new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 1),
                        DataType.DOUBLE,
                        false));
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            float[] numbers = new float[2 * 4 * 36];
            new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 2).fillGaussian(numbers, 3);
            Tensor w = Tensor.of(new float[] {1, -2, 0.5f, 0, 1, 2}, DataType.DOUBLE, 2, 3);
            Registers registers = new Registers();
            registers.keepStyles("w", StyleRows.unmixed(w));
            Tensor style = built.affine().forward(w, ForwardContext.INFERENCE);
            double[] wanted = style.toDoubles();
            double[] out = built.forward(
                            Tensor.of(numbers, DataType.DOUBLE, 2, 4, 6, 6), registers, ForwardContext.INFERENCE)
                    .toDoubles();
            for (int row = 0; row < 8; row++) {
                double[] channel = Arrays.copyOfRange(out, row * 36, (row + 1) * 36);
                double mean = Arrays.stream(channel).average().orElseThrow();
                double variance = Arrays.stream(channel)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElseThrow();
                assertEquals(wanted[row / 4 * 8 + 4 + row % 4], mean, 1e-4);
                assertEquals(Math.abs(wanted[row / 4 * 8 + row % 4]), Math.sqrt(variance), 1e-4);
            }
        } finally {
            arena.close();
        }
    }

    /** The response to a one at each place of the input is a column of the weights. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void demodulatedWeightsHaveUnitNorm(boolean transposed) {
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            SeededRandomStream random = new SeededRandomStream(3, SeededRandomStream.Purpose.TEST, 0);
            float[] weights = new float[3 * 2 * 4];
            random.fillGaussian(weights, 2);
            Tensor style = Tensor.of(new float[] {0.5f, -3}, DataType.DOUBLE, 1, 2);
            Tensor weight = transposed
                    ? Tensor.of(weights, DataType.DOUBLE, 2, 3, 2, 2)
                    : Tensor.of(weights, DataType.DOUBLE, 3, 2, 2, 2);
            double[] energy = new double[3];
            int side = transposed ? 1 : 2;
            for (int place = 0; place < 2 * side * side; place++) {
                float[] one = new float[2 * side * side];
                one[place] = 1;
                double[] out = StyleOps.modulatedConv2d(
                                Tensor.of(one, DataType.DOUBLE, 1, 2, side, side),
                                weight,
                                style,
                                new ConvolutionOps.Geometry(2, 0),
                                transposed,
                                true)
                        .toDoubles();
                for (int i = 0; i < out.length; i++) {
                    energy[i * 3 / out.length] += out[i] * out[i];
                }
            }
            assertArrayEquals(new double[] {1, 1, 1}, energy, 1e-6);
        } finally {
            arena.close();
        }
    }

    @Test
    void noiseIsNewInEveryTrainingPassAndStillOtherwise() {
        try (Generator generator = generator(SPEC)) {
            float[] z = latents(2);
            float[] first = run(generator, z, ForwardContext.training(1, 100), LayerObserver.NONE);
            float[] again = run(generator, z, ForwardContext.training(1, 100), LayerObserver.NONE);
            float[] next = run(generator, z, ForwardContext.training(1, 101), LayerObserver.NONE);
            assertArrayEquals(first, again);
            assertFalse(Arrays.equals(first, next));
            float[] still = run(generator, z, ForwardContext.INFERENCE, LayerObserver.NONE);
            assertArrayEquals(still, run(generator, z, ForwardContext.INFERENCE, LayerObserver.NONE));
        }
    }

    @Test
    void equalisedWeightsKeepTheVarianceOfWhatTheyAreGiven() {
        try (Generator generator = generator(SPEC)) {
            List<Double> deviations = new ArrayList<>();
            run(generator, latents(8), ForwardContext.INFERENCE, (i, out) -> {
                double squares = 0;
                for (float value : out.toFloats()) {
                    squares += (double) value * value;
                }
                deviations.add(Math.sqrt(squares / out.length()));
            });
            for (double deviation : deviations) {
                assertTrue(deviation > 0.5 && deviation < 2, "deviations " + deviations);
            }
        }
    }

    @Test
    void styleLayersAreRefusedWhereTheyHaveNoPlace() {
        GanSpec vae = PresetRegistry.get("vae").spec();
        assertThrows(
                SpecException.class,
                () -> new GanSpec(
                        SPEC.latentDim(),
                        SPEC.image(),
                        0,
                        SPEC.conditioning(),
                        SPEC.generator(),
                        SPEC.generator(),
                        SPEC.loss(),
                        SPEC.training()));
        assertTrue(!vae.generator().hasStyles());
        assertThrows(SpecException.class, () -> new StyleLayerSpec.ModulatedConv("w", 8, 4, 1, true));
        assertThrows(SpecException.class, () -> new StyleLayerSpec.ModulatedConv("w", 8, 3, 2, true));
        assertThrows(SpecException.class, () -> new StyleLayerSpec.Mapping(64, 17, 0.01));
        assertThrows(SpecException.class, () -> new StyleLayerSpec.Style("no name", 0.9, 0.99));
    }

    @Test
    void theLengthOfALatentHasNoEffect() {
        float[] doubled = latents(2);
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] *= 2;
        }
        try (Generator generator = generator(SPEC)) {
            assertArrayEquals(
                    run(generator, latents(2), ForwardContext.INFERENCE, LayerObserver.NONE),
                    run(generator, doubled, ForwardContext.INFERENCE, LayerObserver.NONE),
                    1e-4f);
        }
    }
}
