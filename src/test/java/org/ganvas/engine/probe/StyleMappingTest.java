package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.StyleInput;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class StyleMappingTest {

    private static final GanSpec SPEC = PresetRegistry.get("stylegan").spec();
    private static final int WIDTH = SPEC.latentDim();

    private final TensorArena arena = new TensorArena();

    private static float[] latents(int count) {
        float[] latents = new float[count * WIDTH];
        new SeededRandomStream(5, SeededRandomStream.Purpose.TEST, 0).fillGaussian(latents, 1);
        return latents;
    }

    private static float[] latent(int index) {
        return Arrays.copyOfRange(latents(index + 1), index * WIDTH, (index + 1) * WIDTH);
    }

    /** A generator whose noise shows. */
    private static Generator generator(GanSpec spec, float noise) {
        Generator generator = new Generator(spec, 1, DataType.FLOAT);
        for (NamedTensor parameter : generator.parameters()) {
            if (parameter.name().endsWith("strength")) {
                float[] strength = new float[(int) parameter.tensor().length()];
                Arrays.fill(strength, noise);
                parameter.tensor().set(strength, 0);
            }
        }
        return generator;
    }

    private float[] run(Generator generator, float[] latents, StyleInput input, LayerObserver observer) {
        int count = latents.length / WIDTH;
        try (TensorArena.Round round = arena.open()) {
            return Autograd.withoutGraph(() ->
                            generator.generate(latents, new int[count], ForwardContext.inference(input), observer))
                    .toFloats();
        }
    }

    private float[] images(Generator generator, float[] latents, StyleControl... controls) {
        StyleInput input = new StyleMapping(generator, arena).input(latents, new float[0], List.of(controls));
        return run(generator, latents, input, LayerObserver.NONE);
    }

    private static StyleControl edited(StyleEdits edits) {
        return new StyleControl(1, edits);
    }

    private static StyleEdits mix(int fine, int cut) {
        return StyleEdits.NONE.withTerms(
                List.of(new StyleEdits.Term(latent(fine), new float[0], cut, StyleEdits.ALL, 1)));
    }

    private static float[] image(float[] images, int index) {
        int size = SPEC.image().size();
        return Arrays.copyOfRange(images, index * size, (index + 1) * size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylegan", "stylegan1"})
    void truncationToNothingGivesOneImageAndNoneGivesAll(String preset) {
        try (Generator generator = generator(PresetRegistry.get(preset).spec(), 0.3f)) {
            StyleControl mean = new StyleControl(0);
            float[] middle = images(generator, latents(3), mean, mean, mean);
            assertArrayEquals(image(middle, 0), image(middle, 1));
            assertArrayEquals(image(middle, 0), image(middle, 2));
            StyleControl none = StyleControl.NONE;
            float[] whole = images(generator, latents(3), none, none, none);
            assertFalse(Arrays.equals(image(whole, 0), image(whole, 1)));
            assertArrayEquals(run(generator, latents(3), StyleInput.NONE, LayerObserver.NONE), whole);
            // Each latent has a truncation of its own, and one of the first layers alone leaves a difference.
            assertArrayEquals(image(whole, 1), image(images(generator, latents(3), mean, none, mean), 1));
            StyleControl coarse = new StyleControl(0, StyleEdits.NONE.withTruncated(2));
            float[] similar = images(generator, latents(3), coarse, coarse, coarse);
            assertFalse(Arrays.equals(image(similar, 0), image(similar, 1)));
        }
    }

    @Test
    void mixingKeepsTheCoarseLayersToTheLastBitAndTakesTheOtherStyleFromTheCutOn() {
        try (Generator generator = generator(SPEC, 0.3f)) {
            StyleMapping mapping = new StyleMapping(generator, arena);
            int readers = SPEC.generator().styleReaders();
            for (int cut = 1; cut < readers; cut++) {
                List<float[]> plain = new ArrayList<>();
                List<float[]> mixed = new ArrayList<>();
                run(generator, latent(0), StyleInput.NONE, (i, out) -> plain.add(out.toFloats()));
                StyleInput input = mapping.input(latent(0), new float[0], List.of(edited(mix(1, cut))));
                run(generator, latent(0), input, (i, out) -> mixed.add(out.toFloats()));
                int first = readerAt(cut);
                for (int layer = 2; layer < first; layer++) {
                    assertArrayEquals(plain.get(layer), mixed.get(layer), "layer " + layer + ", cut " + cut);
                }
                assertFalse(Arrays.equals(plain.get(first), mixed.get(first)), "cut " + cut);
            }
            float[] other = images(generator, latent(0), edited(mix(1, 0)));
            assertArrayEquals(run(generator, latent(1), StyleInput.NONE, LayerObserver.NONE), other);
        }
    }

    private static int readerAt(int reader) {
        int seen = -1;
        for (int i = 0; ; i++) {
            seen += SPEC.generator().layers().get(i) instanceof StyleLayerSpec.Reader ? 1 : 0;
            if (seen == reader) {
                return i;
            }
        }
    }

    @Test
    void noNoiseEqualsNoiseOfStrengthZeroAndDrawnNoiseStaysWithItsSeed() {
        try (Generator noisy = generator(SPEC, 0.3f);
                Generator silent = generator(SPEC, 0)) {
            float[] off = images(noisy, latents(1), edited(StyleEdits.NONE.withNoise(StyleEdits.NO_NOISE)));
            assertArrayEquals(images(silent, latents(1), StyleControl.NONE), off);
            float[] still = images(noisy, latents(1), StyleControl.NONE);
            float[] first = images(noisy, latents(1), edited(StyleEdits.NONE.withNoise(1)));
            assertFalse(Arrays.equals(still, off));
            assertFalse(Arrays.equals(still, first));
            assertFalse(Arrays.equals(first, images(noisy, latents(1), edited(StyleEdits.NONE.withNoise(2)))));
            // Beside another latent with another noise, an image keeps its own.
            float[] both = images(
                    noisy,
                    latents(2),
                    edited(StyleEdits.NONE.withNoise(1)),
                    edited(StyleEdits.NONE.withNoise(StyleEdits.NO_NOISE)));
            assertArrayEquals(first, image(both, 0), 1e-5f);
            float[] alone = images(noisy, latent(1), edited(StyleEdits.NONE.withNoise(StyleEdits.NO_NOISE)));
            assertArrayEquals(alone, image(both, 1), 1e-5f);
        }
    }

    @Test
    void aShiftMovesTheChosenLayersByDeviationsOfTheSeededStylesAlongItsDirection() {
        try (Generator generator = generator(SPEC, 0)) {
            StyleMapping mapping = new StyleMapping(generator, arena);
            float[] scores = new float[StyleEdits.SEEDS];
            new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 3).fillGaussian(scores, 1);
            StyleEdits moved = StyleEdits.NONE.shifted(new StyleEdits.Shift(scores, 2, 5, -1.5));
            int layer = 1;
            float[] plain = mapping.input(latent(0), new float[0], List.of(StyleControl.NONE))
                    .styles()
                    .get(layer);
            float[] shifted = mapping.input(latent(0), new float[0], List.of(edited(moved)))
                    .styles()
                    .get(layer);
            int width = plain.length / SPEC.generator().styleReaders();
            double[] step = new double[width];
            for (int c = 0; c < width; c++) {
                step[c] = ((double) shifted[3 * width + c] - plain[3 * width + c]) / -1.5;
                assertEquals(plain[c], shifted[c]);
                assertEquals(plain[5 * width + c], shifted[5 * width + c]);
            }
            double length =
                    Math.sqrt(Arrays.stream(step).map(value -> value * value).sum());
            float[] styles = mapping.seededStyles();
            double square = 0;
            double sum = 0;
            for (int i = 0; i < StyleEdits.SEEDS; i++) {
                double along = 0;
                for (int c = 0; c < width; c++) {
                    along += styles[i * width + c] * step[c] / length;
                }
                sum += along / StyleEdits.SEEDS;
                square += along * along / StyleEdits.SEEDS;
            }
            assertEquals(Math.sqrt(square - sum * sum), length, 1e-3 * length);
            assertTrue(length > 0);
        }
    }
}
