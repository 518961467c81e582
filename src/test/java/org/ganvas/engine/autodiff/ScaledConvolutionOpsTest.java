package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.ganvas.engine.autodiff.kernel.ResampleMatrix;
import org.ganvas.engine.autodiff.onednn.OneDnn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Scaled convolutions in floats against their definitions in doubles, with first and second derivatives. */
class ScaledConvolutionOpsTest {

    private static final Geometry SAME = new Geometry(1, 1);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @TestFactory
    Stream<DynamicTest> agreeWithTheirDefinitions() {
        return Stream.of(
                test("enlarged, 3 x 3", in -> enlarged(in, SAME), images(4, 3, 5), window(6, 4, 3)),
                test("enlarged, 5 x 5", in -> enlarged(in, new Geometry(1, 2)), images(4, 3, 5), window(2, 4, 5)),
                test("enlarged, 1 x 1", in -> enlarged(in, new Geometry(1, 0)), images(4, 3, 5), window(6, 4, 1)),
                test("enlarged, smaller", in -> enlarged(in, new Geometry(1, 0)), images(4, 3, 5), window(6, 4, 3)),
                test("enlarged, stride 2", in -> enlarged(in, new Geometry(2, 1)), images(4, 3, 5), window(6, 4, 3)),
                test(
                        "enlarged and ReLU",
                        in -> ConvolutionOps.conv2d(
                                ActivationOps.leakyRelu(ResampleOps.nearest(in.get(0), 2), 0), in.get(1), SAME),
                        images(4, 3, 5),
                        window(6, 4, 3)),
                test(
                        "enlarged, and beside the convolution",
                        in -> {
                            Tensor up = ResampleOps.nearest(in.get(0), 2);
                            return ScaledConvolutionOps.sum(ConvolutionOps.conv2d(up, in.get(1), SAME), up);
                        },
                        images(4, 3, 5),
                        window(4, 4, 3)),
                test("averaged, 3 x 3", in -> ResampleOps.averagePool(conv(in), 2), images(3, 6, 9), window(20, 3, 3)),
                test(
                        "averaged, with bias",
                        in -> ResampleOps.averagePool(ConvolutionOps.addBias(conv(in), in.get(2)), 2),
                        images(3, 6, 8),
                        window(20, 3, 3),
                        new long[] {20}),
                test(
                        "averaged sum",
                        in -> ResampleOps.averagePool(
                                ScaledConvolutionOps.sum(ConvolutionOps.addBias(conv(in), in.get(2)), in.get(0)), 2),
                        images(20, 5, 4),
                        window(20, 20, 3),
                        new long[] {20}),
                test(
                        "averaged sum of two convolutions",
                        in -> ResampleOps.averagePool(
                                ScaledConvolutionOps.sum(conv(in), ConvolutionOps.conv2d(in.get(0), in.get(2), SAME)),
                                2),
                        images(20, 4, 4),
                        window(20, 20, 3),
                        window(20, 20, 3)),
                test(
                        "averaged over 3 x 3",
                        in -> ResampleOps.averagePool(conv(in), 3),
                        images(3, 6, 9),
                        window(20, 3, 3)),
                test(
                        "enlarged and averaged",
                        in -> ResampleOps.averagePool(enlarged(in, SAME), 2),
                        images(4, 3, 5),
                        window(20, 4, 3)));
    }

    @Test
    void enlargementIsTakenIn() {
        Tensor up = ResampleOps.nearest(Tensor.of(gaussian(2 * 3 * 4 * 4), 2, 3, 4, 4), 2);
        Tensor weight = Tensor.of(gaussian(5 * 3 * 9), 5, 3, 3, 3);
        Tensor scaled = ScaledConvolutionOps.ofEnlarged(up, weight, SAME);
        assertNotNull(scaled);
        assertArrayEquals(new long[] {2, 5, 8, 8}, scaled.shape());
        assertNull(ScaledConvolutionOps.ofEnlarged(up.detached(), weight, SAME), "detached images have no history");
        assertNull(ScaledConvolutionOps.ofEnlarged(up, weight, new Geometry(1, 0)));
    }

    @Test
    void averagesAreTakenInWhereNobodyReadsTheConvolution() {
        assumeTrue(OneDnn.isAvailable(), "oneDNN is not used on this processor");
        Tensor x = Tensor.of(gaussian(2 * 16 * 4 * 4), 2, 16, 4, 4);
        Tensor weight = Tensor.of(gaussian(16 * 16 * 9), 16, 16, 3, 3);
        Tensor sum = ScaledConvolutionOps.sum(ConvolutionOps.conv2d(x, weight, SAME), x);
        assertNotNull(ScaledConvolutionOps.averaged(sum));
        Tensor read = ConvolutionOps.conv2d(x, weight, SAME);
        read.settle();
        assertNull(ScaledConvolutionOps.averaged(read), "its numbers are there");
        assertNull(ScaledConvolutionOps.averaged(ScaledConvolutionOps.sum(read, x)));
    }

    /** What was computed without a graph is a constant, also where an operation takes it in. */
    @Test
    void noGradientPassesWhatWasComputedWithoutGraph() {
        Tensor x = Tensor.of(gaussian(2 * 16 * 4 * 4), 2, 16, 4, 4).asVariable();
        Tensor weight = Tensor.of(gaussian(16 * 16 * 9), 16, 16, 3, 3).asVariable();
        Tensor other = Tensor.of(gaussian(16 * 16 * 9), 16, 16, 3, 3).asVariable();
        Tensor up = Autograd.withoutGraph(() -> ResampleOps.nearest(x, 2));
        Tensor convolved = Autograd.withoutGraph(() -> ConvolutionOps.conv2d(x, weight, SAME));
        Tensor sum = Autograd.withoutGraph(() -> ScaledConvolutionOps.sum(ConvolutionOps.conv2d(x, weight, SAME), x));
        for (Tensor out : List.of(
                ConvolutionOps.conv2d(up, other, SAME),
                ConvolutionOps.conv2d(ActivationOps.leakyRelu(up, 0.2), other, SAME),
                ConvolutionOps.conv2d(ResampleOps.averagePool(convolved, 2), other, SAME),
                ConvolutionOps.conv2d(ResampleOps.averagePool(sum, 2), other, SAME))) {
            List<Tensor> gradients = Autograd.grad(ReductionOps.sum(out), List.of(x, weight, other), false);
            assertArrayEquals(new double[(int) x.length()], gradients.get(0).toDoubles());
            assertArrayEquals(
                    new double[(int) weight.length()], gradients.get(1).toDoubles());
            assertTrue(Arrays.stream(gradients.get(2).toDoubles()).anyMatch(g -> g != 0));
        }
    }

    /** A convolution goes around the enlarged images, so their gradient would be 0 without a word. */
    @Test
    void gradientsByWhatIsTakenInAreRefused() {
        Tensor x = Tensor.of(gaussian(2 * 3 * 4 * 4), 2, 3, 4, 4).asVariable();
        Tensor weight = Tensor.of(gaussian(5 * 3 * 9), 5, 3, 3, 3);
        Tensor up = ResampleOps.nearest(x, 2);
        Tensor taken = ReductionOps.sum(ConvolutionOps.conv2d(up, weight, SAME));
        assertThrows(IllegalArgumentException.class, () -> Autograd.grad(taken, List.of(up), false));
        Tensor seen = ReductionOps.sum(ElementwiseOps.scale(up, 3));
        assertEquals(3, Autograd.grad(seen, List.of(up), false).get(0).toDoubles()[0]);
        Tensor variable = up.asVariable();
        Tensor read = ReductionOps.sum(ConvolutionOps.conv2d(variable, weight, SAME));
        assertTrue(Arrays.stream(
                        Autograd.grad(read, List.of(variable), false).get(0).toDoubles())
                .anyMatch(g -> g != 0));
    }

    @Test
    void whatWasMadeOutsideOfARoundOutlivesTheOneThatReadsIt() {
        Tensor x = Tensor.of(gaussian(2 * 16 * 4 * 4), 2, 16, 4, 4);
        Tensor up = ResampleOps.nearest(x, 2);
        float[] expected = ResampleOps.nearest(x, 2).toFloats();
        try (TensorArena arena = new TensorArena()) {
            try (TensorArena.Round round = arena.open()) {
                assertArrayEquals(expected, up.toFloats());
            }
            try (TensorArena.Round round = arena.open()) {
                Tensor other = Tensor.filled(7, up.type(), up.shape());
                assertEquals(7, other.toFloats()[0]);
                assertArrayEquals(expected, up.toFloats());
            }
        }
    }

    /** What is kept for later is computed once, although a ReLU reads it first. */
    @Test
    void aSettledConvolutionIsNotComputedAgain() {
        Tensor x = Tensor.of(gaussian(2 * 16 * 4 * 4), 2, 16, 4, 4);
        Tensor out = ConvolutionOps.conv2d(x, Tensor.of(gaussian(16 * 16 * 9), 16, 16, 3, 3), SAME);
        out.settle();
        assertNull(out.openResult(), "a ReLU would compute the convolution once more");
    }

    @Test
    void windowsWiden() {
        ResampleMatrix wider = ResampleMatrix.widened(3, 0.5);
        Tensor window = Tensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);
        assertArrayEquals(
                new double[] {1, 3, 5, 3, 5, 12, 16, 9, 11, 24, 28, 15, 7, 15, 17, 9},
                ElementwiseOps.scale(ResampleOps.resample(window, wider, wider), 4)
                        .toDoubles());
        assertEquals(wider, wider.reversed().reversed());
        assertArrayEquals(new int[] {2}, wider.reversed().lines()[0]);
    }

    private static Tensor enlarged(List<Tensor> in, Geometry geometry) {
        return ConvolutionOps.conv2d(ResampleOps.nearest(in.get(0), 2), in.get(1), geometry);
    }

    private static Tensor conv(List<Tensor> in) {
        return ConvolutionOps.conv2d(in.get(0), in.get(1), SAME);
    }

    private static long[] images(long channels, long height, long width) {
        return new long[] {2, channels, height, width};
    }

    private static long[] window(long maps, long channels, long side) {
        return new long[] {maps, channels, side, side};
    }

    private static DynamicTest test(String name, Function<List<Tensor>, Tensor> f, long[]... shapes) {
        return DynamicTest.dynamicTest(name, () -> {
            List<Tensor> wide = new ArrayList<>();
            List<Tensor> fast = new ArrayList<>();
            for (long[] shape : shapes) {
                float[] values = gaussian((int) TensorShapes.length(shape));
                double[] exact = new double[values.length];
                Arrays.setAll(exact, i -> values[i]);
                wide.add(Tensor.of(exact, shape).asVariable());
                fast.add(Tensor.of(values, shape).asVariable());
            }
            double[][] expected = derivatives(f, wide);
            double[][] got = derivatives(f, fast);
            for (int i = 0; i < expected.length; i++) {
                double largest = Arrays.stream(expected[i]).map(Math::abs).max().orElse(0);
                assertArrayEquals(expected[i], got[i], 1e-5 * largest, "number " + i);
            }
        });
    }

    /** The output, its gradients by all inputs, and those of the squared gradient by the images. */
    private static double[][] derivatives(Function<List<Tensor>, Tensor> f, List<Tensor> in) {
        Tensor y = f.apply(in);
        List<Tensor> all = new ArrayList<>(List.of(y));
        all.addAll(Autograd.grad(ReductionOps.sum(ElementwiseOps.square(y)), in, false));
        Tensor cubes = ElementwiseOps.mul(ElementwiseOps.square(y), y);
        Tensor recorded =
                Autograd.grad(ReductionOps.sum(cubes), in.subList(0, 1), true).get(0);
        all.addAll(Autograd.grad(ReductionOps.sum(ElementwiseOps.square(recorded)), in, false));
        return all.stream().map(Tensor::toDoubles).toArray(double[][]::new);
    }

    private static float[] gaussian(int length) {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
