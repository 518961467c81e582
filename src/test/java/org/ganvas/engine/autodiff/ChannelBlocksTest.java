package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.ConvolutionOps.Geometry;
import org.ganvas.engine.autodiff.onednn.ChannelBlocks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images that stay in blocks of channels from operation to operation, against the same operations in C order. */
class ChannelBlocksTest {

    private static final int CHANNELS = 32;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
        assumeTrue(ChannelBlocks.size() > 0, "oneDNN is not used on this processor");
    }

    @Test
    void networkAndGradientsAreTheSame() {
        List<float[]> inOrder = networkAndGradients(false);
        List<float[]> inBlocks;
        try (TensorArena arena = new TensorArena();
                TensorArena.Round round = arena.open()) {
            inBlocks = networkAndGradients(true);
        }
        assertEquals(inOrder.size(), inBlocks.size());
        for (int i = 0; i < inOrder.size(); i++) {
            // A number at the kink of a ReLU may fall to its other side.
            assertArrayEquals(inOrder.get(i), inBlocks.get(i), 1e-3f * largest(inOrder.get(i)), "array " + i);
        }
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Convolutions, bias, leaky ReLU, batch normalisation, a residual sum, pixel normalisation, styles with noise, pooling, upsampling and a transposed convolution. */
    private static List<float[]> networkAndGradients(boolean blocks) {
        Tensor x = variable(1, 3, 3, 8, 8);
        Tensor first = variable(2, CHANNELS, 3, 3, 3);
        Tensor second = variable(3, CHANNELS, CHANNELS, 3, 3);
        Tensor third = variable(4, CHANNELS, CHANNELS, 4, 4);
        Tensor bias = variable(5, CHANNELS);
        Tensor scale = variable(6, CHANNELS);
        Tensor style = variable(10, 3, CHANNELS);
        Geometry same = new Geometry(1, 1);
        Tensor a = ActivationOps.leakyRelu(ConvolutionOps.addBias(ConvolutionOps.conv2d(x, first, same), bias), 0.2);
        Tensor b = NormOps.batchNorm(ConvolutionOps.conv2d(a, second, same), scale, bias, 1e-5)
                .output();
        Tensor c = NormOps.pixelNorm(
                ElementwiseOps.add(a, ActivationOps.leakyRelu(NormOps.instanceNorm(b, 1e-5), 0)), 1e-8);
        Tensor styled = StyleOps.addNoise(
                StyleOps.scaleChannels(c, style), variable(9, 3, 1, 8, 8).detached(), bias);
        Tensor d = ResampleOps.nearest(ResampleOps.averagePool(styled, 2), 3);
        Tensor e = ElementwiseOps.scale(
                ConvolutionOps.addBias(ConvolutionOps.convTranspose2d(d, third, new Geometry(2, 1)), bias), 0.1);
        assertEquals(blocks, a.values().inBlocks());
        assertEquals(blocks, c.values().inBlocks());
        assertEquals(blocks, styled.values().inBlocks());
        Tensor loss = ReductionOps.sum(ElementwiseOps.square(e));
        List<Tensor> gradients = Autograd.grad(loss, List.of(x, first, second, third, bias, scale, style), false);
        List<float[]> out = new ArrayList<>(List.of(a.toFloats(), b.toFloats(), c.toFloats(), e.toFloats()));
        gradients.forEach(gradient -> out.add(gradient.toFloats()));
        return out;
    }

    @Test
    void gradientWithoutBlocksServesANormalisationInBlocks() {
        Geometry same = new Geometry(1, 1);
        Tensor x = variable(11, 2, CHANNELS, 4, 4);
        Tensor weight = variable(12, CHANNELS, CHANNELS, 3, 3);
        Tensor scale = variable(13, CHANNELS);
        Tensor outside = variable(14, 2, CHANNELS, 4, 4).detached();
        float[] expected = normalisationGradient(x, weight, scale, outside, same);
        float[] gradient;
        try (TensorArena arena = new TensorArena();
                TensorArena.Round round = arena.open()) {
            gradient = normalisationGradient(x, weight, scale, outside, same);
        }
        assertArrayEquals(expected, gradient, 1e-4f * largest(expected));
    }

    private static float[] normalisationGradient(
            Tensor x, Tensor weight, Tensor scale, Tensor gradient, Geometry geometry) {
        Tensor out = NormOps.batchNorm(ConvolutionOps.conv2d(x, weight, geometry), scale, scale, 1e-5)
                .output();
        return Autograd.grad(out, gradient, List.of(x), false).get(0).toFloats();
    }

    @Test
    void numbersThatAreSetAnewReplaceTheirBlocks() {
        try (TensorArena arena = new TensorArena();
                TensorArena.Round round = arena.open()) {
            Tensor x = variable(7, 1, CHANNELS, 4, 4).detached();
            Tensor weight = variable(8, CHANNELS, CHANNELS, 3, 3);
            float[] before =
                    ConvolutionOps.conv2d(x, weight, new Geometry(1, 1)).toFloats();
            assertTrue(x.values().inBlocks());
            float[] doubled = x.toFloats();
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            x.set(doubled, 0);
            assertFalse(x.values().inBlocks());
            float[] after = ConvolutionOps.conv2d(x, weight, new Geometry(1, 1)).toFloats();
            for (int i = 0; i < before.length; i++) {
                assertEquals(2 * before[i], after[i], 1e-5f);
            }
        }
    }

    @Test
    void longArraysAgreeWithShortOnes() {
        int length = 1 << 14;
        float[] a = gaussian(9, length);
        float[] b = gaussian(10, length);
        float[] whole = elementwise(a, b);
        float[] parts = new float[4 * length];
        for (int start = 0; start < length; start += length / 4) {
            float[] part = elementwise(
                    java.util.Arrays.copyOfRange(a, start, start + length / 4),
                    java.util.Arrays.copyOfRange(b, start, start + length / 4));
            for (int k = 0; k < 4; k++) {
                System.arraycopy(part, k * length / 4, parts, k * length + start, length / 4);
            }
        }
        assertArrayEquals(parts, whole, 1e-6f);
    }

    /** Sum, difference, product and the gradient of a leaky ReLU, one after the other. */
    private static float[] elementwise(float[] left, float[] right) {
        Tensor a = Tensor.of(left, left.length).asVariable();
        Tensor b = Tensor.of(right, right.length);
        Tensor leaky = ActivationOps.leakyRelu(a, 0.2);
        Tensor gradient = Autograd.grad(leaky, b, List.of(a), false).get(0);
        return ViewOps.concat(0, ElementwiseOps.add(a, b), ElementwiseOps.sub(a, b), ElementwiseOps.mul(a, b), gradient)
                .toFloats();
    }

    private static Tensor variable(long draw, int... shape) {
        long[] sizes = java.util.Arrays.stream(shape).asLongStream().toArray();
        int length = (int) TensorShapes.length(sizes);
        return Tensor.of(gaussian(draw, length), sizes).asVariable();
    }

    private static float[] gaussian(long draw, int length) {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, draw);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
