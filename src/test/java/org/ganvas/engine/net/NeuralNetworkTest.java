package org.ganvas.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;

/** Every kind of layer computes what its spec says; layers without weights are checked against values worked out by hand. */
class NeuralNetworkTest {

    private static final LayerShape PICTURES = new LayerShape(16, 4, 6);
    private static final List<LayerSpec> EVERY_KIND = List.of(
            new LayerSpec.Dense(5),
            new LayerSpec.Maxout(5, 3),
            new LayerSpec.Conv(3, 4, 2, 1, true),
            new LayerSpec.ConvTranspose(3, 4, 2, 1, true),
            new LayerSpec.Reshape(8, 8, 6),
            new LayerSpec.LeakyRelu(0.2),
            new LayerSpec.Relu(),
            new LayerSpec.Tanh(),
            new LayerSpec.BatchNorm(1e-5, 0.1),
            new LayerSpec.Dropout(0.3),
            new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST),
            new ResizeLayerSpec.Upsample(3, ResizeLayerSpec.Interpolation.BILINEAR),
            new ResizeLayerSpec.AveragePool(2),
            new ResizeLayerSpec.PixelShuffle(2),
            new ResizeLayerSpec.Pad(1),
            new ResizeLayerSpec.ReflectPad(1),
            new NormLayerSpec.LayerNorm(1e-5),
            new NormLayerSpec.InstanceNorm(1e-5),
            new NormLayerSpec.PixelNorm(1e-8),
            new NormLayerSpec.MinibatchDeviation(2),
            new AttentionLayerSpec());

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @TestFactory
    Stream<DynamicTest> everyLayerMakesWhatItsSpecSaysAndLearnsAllItsParameters() {
        return EVERY_KIND.stream()
                .map(layer -> DynamicTest.dynamicTest(layer.describe(), () -> {
                    NetworkSpec spec = new NetworkSpec(InitSpec.PYTORCH, List.of(layer));
                    NeuralNetwork network = network(spec, PICTURES);
                    float[] pixels = new float[4 * PICTURES.size()];
                    new SeededRandomStream(5, Purpose.TEST, 0).fillGaussian(pixels, 1);
                    Tensor x = Tensor.of(pixels, 4, PICTURES.size()).asVariable();
                    Tensor out =
                            network.forward(x, ForwardContext.training(1, 1)).output();
                    assertArrayEquals(new long[] {4, layer.output(PICTURES).size()}, out.shape());
                    long counted = network.parameters().stream()
                            .mapToLong(v -> v.tensor().length())
                            .sum();
                    assertEquals(layer.parameters(PICTURES), counted);
                    float[] gradient = Autograd.grad(ReductionOps.sum(out), List.of(x), false)
                            .get(0)
                            .toFloats();
                    assertTrue(Float.isFinite(gradient[0]));
                    network.close();
                }));
    }

    @Test
    void bilinearUpsamplingInterpolatesBetweenCentres() {
        LayerSpec layer = new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.BILINEAR);
        assertArrayEquals(
                new float[] {1, 1.25f, 1.75f, 2, 1, 1.25f, 1.75f, 2}, run(layer, new LayerShape(1, 1, 2), 1, 2), 1e-6f);
    }

    @Test
    void nearestUpsamplingRepeatsPixels() {
        LayerSpec layer = new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST);
        assertArrayEquals(new float[] {1, 1, 2, 2, 1, 1, 2, 2}, run(layer, new LayerShape(1, 1, 2), 1, 2), 0);
    }

    @Test
    void averagePoolingTakesMeansAndDropsTheRemainder() {
        LayerSpec layer = new ResizeLayerSpec.AveragePool(2);
        assertArrayEquals(new float[] {3}, run(layer, new LayerShape(1, 2, 3), 1, 3, 100, 2, 6, 100), 1e-6f);
    }

    @Test
    void pixelShuffleMakesSquaresOfChannels() {
        LayerSpec layer = new ResizeLayerSpec.PixelShuffle(2);
        assertArrayEquals(
                new float[] {1, 3, 2, 4, 5, 7, 6, 8}, run(layer, new LayerShape(4, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8), 0);
    }

    @Test
    void pixelNormMakesTheMeanSquareOne() {
        assertArrayEquals(
                new float[] {0.6f * (float) Math.sqrt(2), 0.8f * (float) Math.sqrt(2)},
                run(new NormLayerSpec.PixelNorm(1e-9), LayerShape.row(2), 3, 4),
                1e-5f);
    }

    @Test
    void layerNormMakesMeanZeroAndVarianceOne() {
        assertArrayEquals(
                new float[] {-1, 1, -1, 1},
                run(new NormLayerSpec.LayerNorm(1e-9), new LayerShape(2, 1, 2), 3, 7, 3, 7),
                1e-5f);
    }

    @Test
    void minibatchDeviationIsZeroForEqualImages() {
        NeuralNetwork network = network(
                new NetworkSpec(InitSpec.PYTORCH, List.of(new NormLayerSpec.MinibatchDeviation(2))), LayerShape.row(2));
        Tensor x = Tensor.of(new float[] {1, 2, 1, 2, 0, 5, 4, 5}, 4, 2);
        float[] out = network.forward(x, ForwardContext.INFERENCE).output().toFloats();
        // The second pair differs by 4 in one of two numbers: deviation 2 there, 0 in the other, 1 on average.
        assertArrayEquals(new float[] {1, 2, 0, 1, 2, 0, 0, 5, 1, 4, 5, 1}, out, 1e-3f);
    }

    @Test
    void attentionStartsAsTheIdentity() {
        float[] pixels = new float[8 * 2 * 2];
        new SeededRandomStream(6, Purpose.TEST, 0).fillGaussian(pixels, 1);
        assertArrayEquals(pixels, run(new AttentionLayerSpec(), new LayerShape(8, 2, 2), pixels), 0);
    }

    @Test
    void layerThatDoesNotFitIsNamedWithBothShapes() {
        NetworkSpec spec =
                new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Relu(), new ResizeLayerSpec.PixelShuffle(3)));
        String message =
                assertThrows(SpecException.class, () -> spec.shapes(PICTURES)).getMessage();
        assertEquals("Layer 2 (pixel shuffle by 3) cannot take 16x4x6: 16 channels are no multiple of 9.", message);
    }

    /** A row is an image of one pixel. */
    @Test
    void rowsCanBeEnlarged() {
        LayerShape row = new LayerShape(2, 1, 1);
        assertArrayEquals(
                new float[] {3, 3, 3, 3, 5, 5, 5, 5},
                run(new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST), row, 3, 5));
        assertArrayEquals(
                new float[] {3, 3, 3, 3, 5, 5, 5, 5},
                run(new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.BILINEAR), row, 3, 5));
        assertArrayEquals(
                new float[] {1, 2, 3, 4},
                run(new ResizeLayerSpec.PixelShuffle(2), new LayerShape(4, 1, 1), 1, 2, 3, 4));
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 7, 0, 0, 0, 0}, run(new ResizeLayerSpec.Pad(1), new LayerShape(1, 1, 1), 7));
    }

    private static float[] run(LayerSpec layer, LayerShape in, float... pixels) {
        NeuralNetwork network = network(new NetworkSpec(InitSpec.PYTORCH, List.of(layer)), in);
        return network.forward(Tensor.of(pixels, 1, pixels.length), ForwardContext.INFERENCE)
                .output()
                .toFloats();
    }

    private static NeuralNetwork network(NetworkSpec spec, LayerShape in) {
        return new NeuralNetwork(spec, in, new SeededRandomStream(1, Purpose.TEST, 0), DataType.FLOAT);
    }
}
