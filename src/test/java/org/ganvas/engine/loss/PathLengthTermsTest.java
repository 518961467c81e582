package org.ganvas.engine.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.StyleInput;
import org.ganvas.engine.spec.StyleSpecs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Lengths of a linear generator, and of a style-based one against differences of its images and of the penalty. */
class PathLengthTermsTest {

    private static final int SAMPLES = 3;
    private static final int PIXELS = 64;
    private static final double TARGET = 0.7;

    private final Generator generator = new Generator(StyleSpecs.of(), 4, DataType.DOUBLE);
    private final float[] latents = numbers(SAMPLES * StyleSpecs.LATENTS, 1);
    private final float[] projections = numbers(SAMPLES * PIXELS, 2);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @AfterEach
    void close() {
        generator.close();
    }

    private static float[] numbers(int count, long position) {
        float[] numbers = new float[count];
        new SeededRandomStream(7, Purpose.TEST, position).fillGaussian(numbers, 1);
        return numbers;
    }

    /** J of w W is W, so the length is that of W y. */
    @Test
    void lengthsOfALinearGeneratorAreThoseOfItsMatrix() {
        Tensor matrix = Tensor.of(new double[] {3, 0, 0, 4}, 2, 2).asVariable();
        Tensor style = Tensor.of(new double[] {1, -2, 5, 0.5}, 2, 2).asVariable();
        Tensor y = Tensor.of(new double[] {1, 1, 0, 2}, 2, 2);
        Tensor lengths = PathLengthTerms.lengths(MatrixOps.matmul(style, matrix), List.of(style), y);
        assertEquals(5, lengths.toDoubles()[0], 1e-9);
        assertEquals(8, lengths.toDoubles()[1], 1e-9);
        Tensor penalty = PathLengthTerms.penalty(lengths, 4);
        assertEquals((1 + 16) / 2.0, penalty.scalar(), 1e-9);
        // By the first entry: (5 - 4) 3 / 5, since W y is (3, 4) and (0, 8).
        double[] gradient =
                Autograd.grad(penalty, List.of(matrix), false).get(0).toDoubles();
        assertEquals((5 - 4) * 3 / 5.0, gradient[0], 1e-9);
        assertEquals((5 - 4) * 4 / 5.0 + (8 - 4) * 2, gradient[3], 1e-9);
    }

    private Tensor lengths() {
        Generator.Styled made = generator.generateStyled(latents, new int[SAMPLES], ForwardContext.training(9, 3));
        Tensor y = Tensor.of(projections, DataType.DOUBLE, made.images().shape());
        return PathLengthTerms.lengths(made.images(), made.styles(), y);
    }

    /** The projection of each image that a style makes, with noise of strength 0, as at the start. */
    private double[] projected(float[] styles) {
        StyleInput given = new StyleInput(Map.of(StyleSpecs.STYLE_LAYER, everyReader(styles)), new long[0]);
        double[] images = Autograd.withoutGraph(
                        () -> generator.generate(latents, new int[SAMPLES], ForwardContext.inference(given)))
                .toDoubles();
        double[] sums = new double[SAMPLES];
        for (int i = 0; i < images.length; i++) {
            sums[i / PIXELS] += images[i] * projections[i];
        }
        return sums;
    }

    private static float[] everyReader(float[] styles) {
        int readers = StyleSpecs.of().generator().styleReaders();
        float[] all = new float[readers * styles.length];
        for (int i = 0; i < readers; i++) {
            System.arraycopy(styles, 0, all, i * styles.length, styles.length);
        }
        return all;
    }

    @Test
    void lengthsAreThoseOfTheDifferencesOfImages() {
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            double[] lengths = lengths().toDoubles();
            float[] styles = generator
                    .generateStyled(latents, new int[SAMPLES], ForwardContext.training(9, 3))
                    .styles()
                    .get(0)
                    .toFloats();
            double[] squares = new double[SAMPLES];
            for (int c = 0; c < StyleSpecs.STYLE; c++) {
                float[] above = styles.clone();
                float[] below = styles.clone();
                for (int i = 0; i < SAMPLES; i++) {
                    above[i * StyleSpecs.STYLE + c] += 1e-3f;
                    below[i * StyleSpecs.STYLE + c] -= 1e-3f;
                }
                double[] high = projected(above);
                double[] low = projected(below);
                for (int i = 0; i < SAMPLES; i++) {
                    double moved = (double) above[i * StyleSpecs.STYLE + c] - below[i * StyleSpecs.STYLE + c];
                    double slope = (high[i] - low[i]) / moved;
                    squares[i] += slope * slope;
                }
            }
            for (int i = 0; i < SAMPLES; i++) {
                assertEquals(Math.sqrt(squares[i]), lengths[i], 1e-3 * lengths[i]);
            }
        } finally {
            arena.close();
        }
    }

    private double penalty() {
        return PathLengthTerms.penalty(lengths(), TARGET).scalar();
    }

    @Test
    void gradientOfThePenaltyIsItsSlopeByEveryKindOfWeight() {
        TensorArena arena = new TensorArena();
        try (TensorArena.Round round = arena.open()) {
            List<NamedTensor> parameters = generator.parameters();
            List<Tensor> tensors = parameters.stream().map(NamedTensor::tensor).toList();
            // The noise shows, and all weights are floats.
            for (NamedTensor each : parameters) {
                float[] values = each.tensor().toFloats();
                if (each.name().endsWith("strength")) {
                    Arrays.fill(values, 0.3f);
                }
                each.tensor().set(values, 0);
            }
            List<Tensor> gradients = Autograd.grad(PathLengthTerms.penalty(lengths(), TARGET), tensors, false);
            double largest = 0;
            for (int p = 0; p < tensors.size(); p++) {
                int at = (int) tensors.get(p).length() / 2;
                double wanted = slope(tensors.get(p), at);
                double got = gradients.get(p).toDoubles()[at];
                assertEquals(
                        wanted,
                        got,
                        2e-3 * Math.abs(wanted) + 1e-5,
                        parameters.get(p).name());
                largest = Math.max(largest, Math.abs(got));
            }
            assertTrue(largest > 1e-2, "some weight matters: " + largest);
        } finally {
            arena.close();
        }
    }

    private double slope(Tensor tensor, int at) {
        float[] values = tensor.toFloats();
        float before = values[at];
        values[at] = before + 2e-4f;
        double above = values[at];
        tensor.set(values, 0);
        double high = penalty();
        values[at] = before - 2e-4f;
        double below = values[at];
        tensor.set(values, 0);
        double low = penalty();
        values[at] = before;
        tensor.set(values, 0);
        return (high - low) / (above - below);
    }
}
