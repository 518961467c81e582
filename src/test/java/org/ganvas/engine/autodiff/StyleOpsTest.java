package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operations of style-based generators and of image translation by their definitions, and floats against doubles. */
class StyleOpsTest {

    private static final ConvolutionOps.Geometry SAME = new ConvolutionOps.Geometry(1, 1);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void adaptiveInstanceNormHasTheMeanAndDeviationOfTheStyle() {
        Tensor x = floats(1, 2, 3, 16, 16);
        Tensor scale = floats(2, 2, 3);
        Tensor shift = floats(3, 2, 3);
        float[] out = NormOps.adaptiveInstanceNorm(x, scale, shift, 1e-8).toFloats();
        for (int row = 0; row < 6; row++) {
            float[] channel = Arrays.copyOfRange(out, row * 256, (row + 1) * 256);
            double mean = 0;
            double square = 0;
            for (float value : channel) {
                mean += value / 256.0;
                square += (double) value * value / 256;
            }
            assertEquals(shift.toFloats()[row], mean, 1e-4);
            assertEquals(Math.abs(scale.toFloats()[row]), Math.sqrt(square - mean * mean), 1e-4);
        }
    }

    @Test
    void modulatedConvolutionIsAConvolutionWithEachSamplesOwnWeights() {
        Tensor x = floats(1, 2, 3, 5, 5);
        Tensor weight = floats(2, 4, 3, 3, 3);
        Tensor style = floats(3, 2, 3);
        float[] together =
                StyleOps.modulatedConv2d(x, weight, style, SAME, false, true).toFloats();
        for (int sample = 0; sample < 2; sample++) {
            float[] own = weight.toFloats();
            for (int out = 0; out < 4; out++) {
                double energy = 1e-8;
                for (int i = 0; i < 27; i++) {
                    own[out * 27 + i] *= style.toFloats()[sample * 3 + i / 9];
                    energy += own[out * 27 + i] * own[out * 27 + i];
                }
                for (int i = 0; i < 27; i++) {
                    own[out * 27 + i] /= (float) Math.sqrt(energy);
                }
            }
            Tensor alone = ConvolutionOps.conv2d(ViewOps.slice(x, 0, sample, 1), Tensor.of(own, 4, 3, 3, 3), SAME);
            assertArrayEquals(alone.toFloats(), Arrays.copyOfRange(together, sample * 100, (sample + 1) * 100), 1e-5f);
        }
    }

    @Test
    void noiseIsTheSameForAllChannelsButItsStrength() {
        Tensor x = floats(1, 2, 3, 2, 2);
        Tensor noise = floats(2, 2, 1, 2, 2);
        Tensor strength = Tensor.of(new float[] {0, 1, -2}, 3);
        float[] added =
                ElementwiseOps.sub(StyleOps.addNoise(x, noise, strength), x).toFloats();
        for (int i = 0; i < added.length; i++) {
            int sample = i / 12;
            float expected = strength.toFloats()[i / 4 % 3] * noise.toFloats()[sample * 4 + i % 4];
            assertEquals(expected, added[i], 1e-6f);
        }
    }

    @Test
    void reflectionRepeatsNoBorder() {
        Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3);
        float[] padded = ResampleOps.reflectPad(x, 1).toFloats();
        assertArrayEquals(new float[] {5, 4, 5, 6, 5, 2, 1, 2, 3, 2, 5, 4, 5, 6, 5, 2, 1, 2, 3, 2}, padded);
        assertThrows(IllegalArgumentException.class, () -> ResampleOps.reflectPad(x, 2));
    }

    @Test
    void floatsAgreeWithTheDefinitionsInDoubles() {
        long[] image = {3, 4, 6, 7};
        agree(in -> StyleOps.scaleChannels(in.get(0), in.get(1)), image, new long[] {3, 4});
        agree(in -> StyleOps.channelDots(in.get(0), in.get(1)), image, image);
        agree(in -> NormOps.instanceNorm(in.get(0), 0.1), image);
        agree(in -> ElementwiseOps.mul(ElementwiseOps.abs(in.get(0)), in.get(0)), image);
        agree(in -> ResampleOps.reflectPad(in.get(0), 3), image);
        agree(in -> ResampleOps.nearest(in.get(0), 3), image);
        agree(in -> ResampleOps.bilinear(in.get(0), 2), image);
        agree(in -> ResampleOps.averagePool(in.get(0), 2), image);
        agree(in -> ResampleOps.averagePool(in.get(0), 3), image);
        agree(in -> ResampleOps.pad(in.get(0), 2, -1, 1, 0), image);
        agree(in -> ViewOps.concat(2, in.get(0), ViewOps.slice(in.get(0), 2, 1, 3)), image);
        Tensor noise = floats(5, 3, 1, 6, 7);
        agree(in -> StyleOps.addNoise(in.get(0), as(noise, in.get(0)), in.get(1)), image, new long[] {4});
    }

    /** Compares value, first and second derivatives. */
    private static void agree(Function<List<Tensor>, Tensor> f, long[]... shapes) {
        List<Tensor> wide = GradientCheck.inputs(4, shapes);
        List<Tensor> fast = wide.stream()
                .map(x -> Tensor.of(x.toFloats(), x.shape()).asVariable())
                .toList();
        double[][] exact = derivatives(f, wide);
        double[][] got = derivatives(f, fast);
        for (int i = 0; i < exact.length; i++) {
            double largest =
                    Math.max(1, Arrays.stream(exact[i]).map(Math::abs).max().orElse(0));
            assertArrayEquals(exact[i], got[i], 2e-5 * largest, "number " + i);
        }
    }

    private static double[][] derivatives(Function<List<Tensor>, Tensor> f, List<Tensor> in) {
        Tensor y = f.apply(in);
        Tensor total = ReductionOps.sum(ElementwiseOps.mul(ElementwiseOps.square(y), y));
        Tensor first = Autograd.grad(total, in, false).get(in.size() - 1);
        Tensor recorded = Autograd.grad(total, in, true).get(0);
        Tensor second = Autograd.grad(ReductionOps.sum(ElementwiseOps.square(recorded)), in, false)
                .get(in.size() - 1);
        return new double[][] {y.toDoubles(), first.toDoubles(), second.toDoubles()};
    }

    private static Tensor as(Tensor noise, Tensor like) {
        return Tensor.of(noise.toFloats(), like.type(), noise.shape());
    }

    private static Tensor floats(long seed, long... shape) {
        float[] values = new float[(int) TensorShapes.length(shape)];
        new SeededRandomStream(seed, Purpose.TEST, 0).fillGaussian(values, 1);
        return Tensor.of(values, shape);
    }
}
