package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Float loops against the definitions in doubles: values, first and second derivatives. */
class FastPathTest {

    /** More than one chunk, and not a multiple of one. */
    private static final int LENGTH = 5001;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void leakyReluAgrees() {
        agree(a -> ActivationOps.leakyRelu(a, 0.2), 1e-6);
    }

    @Test
    void tanhAgrees() {
        agree(ActivationOps::tanh, 1e-5);
    }

    @Test
    void softplusAndSigmoidAgree() {
        agree(ActivationOps::softplus, 2e-6);
        agree(ActivationOps::sigmoid, 2e-6);
    }

    @Test
    void softmaxAgrees() {
        agree(a -> ViewOps.reshape(ActivationOps.softmax(ViewOps.reshape(a, 3, LENGTH / 3)), LENGTH), 2e-6);
    }

    @Test
    void batchedProductMultipliesItemByItem() {
        float[] a = floats(gaussian(3 * 4 * 5));
        float[] b = floats(gaussian(3 * 2 * 5));
        float[] together = MatrixOps.matmul(Tensor.of(a, 3, 4, 5), false, Tensor.of(b, 3, 2, 5), true)
                .toFloats();
        for (int i = 0; i < 3; i++) {
            Tensor left = Tensor.of(Arrays.copyOfRange(a, 20 * i, 20 * (i + 1)), 4, 5);
            Tensor right = Tensor.of(Arrays.copyOfRange(b, 10 * i, 10 * (i + 1)), 2, 5);
            assertArrayEquals(
                    MatrixOps.matmul(left, false, right, true).toFloats(),
                    Arrays.copyOfRange(together, 8 * i, 8 * (i + 1)),
                    1e-6f);
        }
    }

    @Test
    void arithmeticAgrees() {
        agree(
                a -> ElementwiseOps.scale(
                        ElementwiseOps.mul(
                                ElementwiseOps.add(a, ElementwiseOps.scale(a, 3)),
                                ElementwiseOps.sub(ElementwiseOps.shift(a, 2), ElementwiseOps.square(a))),
                        0.01),
                1e-4);
    }

    /** A convolution with few channels, its transpose and its weight gradient, with a stride that leaves a remainder. */
    @Test
    void convolutionsOfFewChannelsAgree() {
        double[] x = gaussian(2 * 3 * 9 * 8);
        double[] w = gaussian(5 * 3 * 4 * 4);
        double[][] wide = convolutionDerivatives(
                Tensor.of(x, 2, 3, 9, 8).asVariable(), Tensor.of(w, 5, 3, 4, 4).asVariable());
        double[][] fast = convolutionDerivatives(
                Tensor.of(floats(x), 2, 3, 9, 8).asVariable(),
                Tensor.of(floats(w), 5, 3, 4, 4).asVariable());
        for (int i = 0; i < wide.length; i++) {
            double largest = Arrays.stream(wide[i]).map(Math::abs).max().orElse(0);
            assertArrayEquals(wide[i], fast[i], 1e-5 * largest, "output, dx, dw, second by x, by w: number " + i);
        }
    }

    private static double[][] convolutionDerivatives(Tensor x, Tensor w) {
        Tensor y = ConvolutionOps.conv2d(x, w, new ConvolutionOps.Geometry(2, 1));
        Tensor total = ReductionOps.sum(ElementwiseOps.square(y));
        List<Tensor> first = Autograd.grad(total, List.of(x, w), false);
        Tensor recorded = Autograd.grad(total, List.of(x), true).get(0);
        List<Tensor> second = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(recorded)), List.of(x, w), false);
        return new double[][] {
            y.toDoubles(),
            first.get(0).toDoubles(),
            first.get(1).toDoubles(),
            second.get(0).toDoubles(),
            second.get(1).toDoubles()
        };
    }

    @Test
    void tanhStaysWithinOne() {
        float[] values = new float[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 10_000) * 1.1e-3f;
        }
        for (float got : ActivationOps.tanh(Tensor.of(values, values.length)).toFloats()) {
            assertTrue(Math.abs(got) <= 1, "tanh gave " + got);
        }
    }

    @Test
    void tanhErrsByAtMostSixUnitsInTheLastPlace() {
        float[] values = new float[40_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 20_000) / 1000f;
        }
        float[] got = ActivationOps.tanh(Tensor.of(values, values.length)).toFloats();
        for (int i = 0; i < values.length; i++) {
            float exact = (float) Math.tanh(values[i]);
            assertEquals(exact, got[i], 6 * Math.ulp(exact), "tanh(" + values[i] + ")");
        }
    }

    @Test
    void leakyReluSlopeIsRightAtTinyAndHugeValues() {
        float[] values = {-3e38f, -1f, -1e-30f, 0f, 1e-30f, 1f, 3e38f};
        Tensor x = Tensor.of(values, values.length).asVariable();
        Tensor y = ActivationOps.leakyRelu(x, 0.25);
        float[] slopes =
                Autograd.grad(ReductionOps.sum(y), List.of(x), false).get(0).toFloats();
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f, 0.25f, 1, 1, 1}, slopes);
    }

    @Test
    void batchNormAgrees() {
        batchNormAgrees(7, 5);
    }

    @Test
    void batchNormOfImagesAgrees() {
        batchNormAgrees(3, 5, 3, 5);
    }

    private static void batchNormAgrees(long... shape) {
        double[] values = gaussian((int) TensorShapes.length(shape));
        double[] scale = gaussian(5);
        double[] shift = gaussian(5);
        double[][] wide = batchNormDerivatives(
                Tensor.of(values, shape).asVariable(),
                Tensor.of(scale, 5).asVariable(),
                Tensor.of(shift, 5).asVariable());
        double[][] fast = batchNormDerivatives(
                Tensor.of(floats(values), shape).asVariable(),
                Tensor.of(floats(scale), 5).asVariable(),
                Tensor.of(floats(shift), 5).asVariable());
        for (int i = 0; i < wide.length; i++) {
            double largest =
                    Math.max(1, Arrays.stream(wide[i]).map(Math::abs).max().orElse(0));
            assertArrayEquals(
                    wide[i], fast[i], 2e-5 * largest, "output, dx, dscale, dshift, second derivative: number " + i);
        }
    }

    private static double[][] batchNormDerivatives(Tensor x, Tensor scale, Tensor shift) {
        Tensor y = NormOps.batchNorm(x, scale, shift, 1e-5).output();
        Tensor total = ReductionOps.sum(ElementwiseOps.mul(ElementwiseOps.square(y), y));
        List<Tensor> first = Autograd.grad(total, List.of(x, scale, shift), false);
        Tensor recorded = Autograd.grad(total, List.of(x), true).get(0);
        Tensor second = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(recorded)), List.of(scale), false)
                .get(0);
        return new double[][] {
            y.toDoubles(),
            first.get(0).toDoubles(),
            first.get(1).toDoubles(),
            first.get(2).toDoubles(),
            ElementwiseOps.scale(second, 1e-2).toDoubles()
        };
    }

    @Test
    void pixelNormAgrees() {
        // Times a constant, because the squares of a normalised pixel have a constant sum.
        agree(
                a -> ElementwiseOps.mul(
                        a.detached(), ViewOps.reshape(NormOps.pixelNorm(ViewOps.reshape(a, 1, 3, 1667, 1), 1), LENGTH)),
                1e-4);
    }

    @Test
    void sumsOfPixelsAgree() {
        agree(a -> ElementwiseOps.square(ReductionOps.mean(ViewOps.reshape(a, 3, 1, 1667, 1), 2, 3)), 1e-5);
    }

    @Test
    void stylesOfChannelsAgree() {
        agree(
                a -> StyleOps.scaleChannels(
                        ViewOps.reshape(ElementwiseOps.scale(a, 0.1), 3, 1, 1667, 1),
                        ViewOps.reshape(ReductionOps.mean(ViewOps.reshape(a, 3, 1, 1667, 1), 2, 3), 3, 1)),
                1e-5);
    }

    private static void agree(UnaryOperator<Tensor> f, double tolerance) {
        double[] values = gaussian(LENGTH);
        double[][] wide = derivatives(f, Tensor.of(values, LENGTH).asVariable());
        double[][] fast = derivatives(f, Tensor.of(floats(values), LENGTH).asVariable());
        for (int i = 0; i < wide.length; i++) {
            assertArrayEquals(wide[i], fast[i], tolerance, "derivative " + i);
        }
    }

    private static double[][] derivatives(UnaryOperator<Tensor> f, Tensor x) {
        Tensor y = f.apply(x);
        Tensor first = Autograd.grad(ReductionOps.sum(y), List.of(x), false).get(0);
        Tensor recorded = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(y)), List.of(x), true)
                .get(0);
        Tensor second =
                Autograd.grad(ReductionOps.sum(recorded), List.of(x), false).get(0);
        return new double[][] {y.toDoubles(), first.toDoubles(), second.toDoubles()};
    }

    private static double[] gaussian(int length) {
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, length);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (2 * random.nextGaussian());
        }
        return values;
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
