package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers of floats, on whatever library computes their shape, against the definitions in doubles. */
class ConvolutionKernelsTest {

    private static final double SLOPE = 0.2;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** Few channels, many, a remainder of the stride, both gradients in one, few maps, a window of one pixel. */
    @ParameterizedTest
    @CsvSource({
        "1, 7, 9, 8, 4, 2, 1",
        "24, 20, 9, 8, 4, 2, 1",
        "20, 24, 8, 8, 4, 2, 1",
        "32, 33, 6, 7, 3, 1, 1",
        "32, 3, 7, 6, 3, 1, 1",
        "33, 2, 7, 6, 5, 1, 0",
        "20, 17, 5, 5, 1, 1, 0"
    })
    void layerAgreesWithDoubles(int channels, int maps, int height, int width, int kernel, int stride, int padding) {
        Geometry geometry = new Geometry(stride, padding);
        double[] x = gaussian(3 * channels * height * width, 1);
        double[] w = gaussian(maps * channels * kernel * kernel, 2);
        double[] b = gaussian(maps, 3);
        long[] images = {3, channels, height, width};
        long[] weight = {maps, channels, kernel, kernel};
        double[][] wide = derivatives(
                Tensor.of(x, images).asVariable(),
                Tensor.of(w, weight).asVariable(),
                Tensor.of(b, maps).asVariable(),
                geometry);
        double[][] fast = derivatives(
                Tensor.of(floats(x), images).asVariable(),
                Tensor.of(floats(w), weight).asVariable(),
                Tensor.of(floats(b), maps).asVariable(),
                geometry);
        for (int i = 0; i < wide.length; i++) {
            double largest = Arrays.stream(wide[i]).map(Math::abs).max().orElse(0);
            assertArrayEquals(
                    wide[i], fast[i], 2e-5 * largest, "output, dx, dw, db, dw alone, second by x and w: " + i);
        }
    }

    private static double[][] derivatives(Tensor x, Tensor w, Tensor b, Geometry geometry) {
        Tensor before = ConvolutionOps.addBias(ConvolutionOps.conv2d(x, w, geometry), b);
        Tensor y = ActivationOps.leakyRelu(before, SLOPE);
        Tensor total = ReductionOps.sum(ElementwiseOps.square(y));
        List<Tensor> first = Autograd.grad(total, List.of(x, w, b), false);
        Tensor weightAlone = Autograd.grad(total, List.of(w), false).get(0);
        Tensor recorded = Autograd.grad(total, List.of(x), true).get(0);
        List<Tensor> second = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(recorded)), List.of(x, w), false);
        return new double[][] {
            y.toDoubles(),
            first.get(0).toDoubles(),
            first.get(1).toDoubles(),
            first.get(2).toDoubles(),
            weightAlone.toDoubles(),
            second.get(0).toDoubles(),
            second.get(1).toDoubles()
        };
    }

    @Test
    void resultCanBeReadBeforeAndAfterWhatJoinsIt() {
        Tensor x = Tensor.of(floats(gaussian(2 * 20 * 36, 1)), 2, 20, 6, 6);
        Tensor w = Tensor.of(floats(gaussian(24 * 20 * 9, 2)), 24, 20, 3, 3);
        Tensor b = Tensor.of(floats(gaussian(24, 3)), 24);
        Tensor plain = ConvolutionOps.conv2d(x, w, new Geometry(1, 1));
        Tensor shifted = ConvolutionOps.addBias(plain, b);
        float[] joined = ActivationOps.leakyRelu(shifted, SLOPE).toFloats();
        float[] read = shifted.toFloats();
        float[] again = ActivationOps.leakyRelu(shifted, SLOPE).toFloats();
        float[] products = plain.toFloats();
        for (int i = 0; i < read.length; i++) {
            float bias = b.toFloats()[i / 36 % 24];
            assertTrue(Math.abs(products[i] + bias - read[i]) < 1e-4, "number " + i);
            assertTrue(Math.abs(Math.max(read[i], SLOPE * read[i]) - joined[i]) < 1e-4, "number " + i);
        }
        assertArrayEquals(joined, again, 1e-4f);
    }

    @Test
    void notANumberPassesThrough() {
        for (double slope : new double[] {0, SLOPE}) {
            float[] values = floats(gaussian(2 * 20 * 36, 1));
            values[100] = Float.NaN;
            Tensor w = Tensor.of(floats(gaussian(24 * 20 * 9, 2)), 24, 20, 3, 3);
            Tensor y = ConvolutionOps.conv2d(Tensor.of(values, 2, 20, 6, 6), w, new Geometry(1, 1));
            assertTrue(holdsNaN(ActivationOps.leakyRelu(y, slope)), "convolution, slope " + slope);
            float[] rows = floats(gaussian(128 * 128, 1));
            rows[5] = Float.NaN;
            Tensor square = Tensor.of(floats(gaussian(128 * 128, 2)), 128, 128);
            Tensor z = MatrixOps.linear(Tensor.of(rows, 128, 128), square, Tensor.of(new float[128], 128));
            assertTrue(holdsNaN(ActivationOps.leakyRelu(z, slope)), "product, slope " + slope);
        }
    }

    private static boolean holdsNaN(Tensor tensor) {
        for (float value : tensor.toFloats()) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void denseLayerAgreesWithDoubles() {
        double[] x = gaussian(130 * 96, 1);
        double[] w = gaussian(96 * 112, 2);
        double[] b = gaussian(112, 3);
        double[][] wide = denseDerivatives(
                Tensor.of(x, 130, 96).asVariable(),
                Tensor.of(w, 96, 112).asVariable(),
                Tensor.of(b, 112).asVariable());
        double[][] fast = denseDerivatives(
                Tensor.of(floats(x), 130, 96).asVariable(),
                Tensor.of(floats(w), 96, 112).asVariable(),
                Tensor.of(floats(b), 112).asVariable());
        for (int i = 0; i < wide.length; i++) {
            double largest = Arrays.stream(wide[i]).map(Math::abs).max().orElse(0);
            assertArrayEquals(wide[i], fast[i], 2e-5 * largest, "output, dx, dw, db: " + i);
        }
    }

    private static double[][] denseDerivatives(Tensor x, Tensor w, Tensor b) {
        Tensor y = ActivationOps.leakyRelu(MatrixOps.linear(x, w, b), SLOPE);
        List<Tensor> first = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(y)), List.of(x, w, b), false);
        return new double[][] {
            y.toDoubles(),
            first.get(0).toDoubles(),
            first.get(1).toDoubles(),
            first.get(2).toDoubles()
        };
    }

    private static double[] gaussian(int length, int stream) {
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, stream);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
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
