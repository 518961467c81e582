package org.ganvas.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.GradientCheck;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Fade;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.How;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Join;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Keep;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Take;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class RegisterLayerTest {

    private static final ForwardContext TRAINING = ForwardContext.training(1, 1);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static NetworkSpec spec(LayerSpec... layers) {
        return new NetworkSpec(InitSpec.PYTORCH, List.of(layers));
    }

    private static NeuralNetwork network(NetworkSpec spec, LayerShape input, DataType type) {
        return new NeuralNetwork(spec, input, new SeededRandomStream(3, Purpose.TEST, 0), type);
    }

    private static float[] run(NetworkSpec spec, LayerShape input, double growth, float... values) {
        try (NeuralNetwork network = network(spec, input, DataType.FLOAT)) {
            return network.forward(Tensor.of(values, 1, values.length), TRAINING.withGrowth(growth))
                    .output()
                    .toFloats();
        }
    }

    @Test
    void joinAddsWhatWasKept() {
        NetworkSpec spec = spec(new Keep("r"), new LayerSpec.Relu(), new Join("r", How.ADD));
        assertArrayEquals(new float[] {-1, 4}, run(spec, LayerShape.row(2), 0, -1, 2), 0);
    }

    @Test
    void joinPutsTheRegistersChannelsBehind() {
        NetworkSpec spec = spec(new Keep("r"), new LayerSpec.Relu(), new Join("r", How.CONCAT));
        assertArrayEquals(new float[] {0, 2, 3, 4, -1, 2, 3, 4}, run(spec, new LayerShape(2, 1, 2), 0, -1, 2, 3, 4), 0);
        assertEquals(new LayerShape(4, 1, 2), spec.output(new LayerShape(2, 1, 2)));
    }

    @Test
    void takeGoesOnFromARegisterOfAnotherShape() {
        NetworkSpec spec = spec(
                new Keep("r"),
                new ResizeLayerSpec.AveragePool(2),
                new Keep("small"),
                new Take("r"),
                new LayerSpec.Relu(),
                new ResizeLayerSpec.AveragePool(2),
                new Join("small", How.ADD));
        assertArrayEquals(new float[] {1.5f + 2}, run(spec, new LayerShape(1, 2, 2), 0, -2, 2, 2, 4), 0);
    }

    @Test
    void nameKeptAnewIsReadAsKeptLast() {
        NetworkSpec spec = spec(
                new Keep("r"), new LayerSpec.Relu(), new Join("r", How.ADD), new Keep("r"), new Join("r", How.ADD));
        assertArrayEquals(new float[] {-2, 8}, run(spec, LayerShape.row(2), 0, -1, 2), 0);
    }

    /** First and second derivatives through a residual block inside a U-Net whose end fades in. */
    @Test
    void derivativesReachEverythingThatFeedsARegister() {
        NetworkSpec whole = spec(
                new LayerSpec.Conv(2, 3, 1, 1, true),
                new LayerSpec.Tanh(),
                new Keep("wide"),
                new LayerSpec.Conv(3, 2, 2, 0, true),
                new LayerSpec.Tanh(),
                new Keep("r"),
                new LayerSpec.Conv(3, 3, 1, 1, true),
                new Join("r", How.ADD),
                new LayerSpec.ConvTranspose(2, 2, 2, 0, true),
                new Join("wide", How.CONCAT),
                new Keep("before"),
                new LayerSpec.Tanh(),
                new Fade("before", 1));
        LayerShape input = new LayerShape(1, 4, 4);
        assertEquals(new LayerShape(4, 4, 4), whole.output(input));
        assertDerivatives(whole, input, 0.3);
    }

    private static void assertDerivatives(NetworkSpec spec, LayerShape input, double growth) {
        try (NeuralNetwork network = network(spec, input, DataType.DOUBLE)) {
            GradientCheck.check(
                    in -> network.forward(in.get(0), TRAINING.withGrowth(growth))
                            .output(),
                    GradientCheck.inputs(7, new long[] {2, input.size()}));
        }
    }

    @Test
    void fadeBlendsAndIsExactAtBothEnds() {
        NetworkSpec spec = spec(new Keep("r"), new LayerSpec.Relu(), new Fade("r", 2));
        assertArrayEquals(new float[] {-1, 2}, run(spec, LayerShape.row(2), 1, -1, 2), 0);
        assertArrayEquals(new float[] {-0.75f, 2}, run(spec, LayerShape.row(2), 1.25, -1, 2), 0);
        assertArrayEquals(new float[] {0, 2}, run(spec, LayerShape.row(2), 2, -1, 2), 0);
        assertArrayEquals(new float[] {0, 2}, run(spec, LayerShape.row(2), LayerLiveness.GROWN, -1, 2), 0);
    }

    /** A G that grows once: until the stage comes in, the layers after it are not computed, later the old ending is not. */
    @Test
    void layersThatNobodyNeedsAreNotComputed() {
        NetworkSpec spec = spec(
                new LayerSpec.Relu(),
                new Keep("h"),
                new LayerSpec.Tanh(),
                new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST),
                new Keep("old"),
                new Take("h"),
                new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST),
                new LayerSpec.Conv(1, 3, 1, 1, true),
                new Fade("old", 1),
                new LayerSpec.Tanh());
        assertEquals(List.of(0, 1, 2, 3, 4, 8, 9), computed(spec, 0));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), computed(spec, 0.5));
        assertEquals(List.of(0, 1, 5, 6, 7, 8, 9), computed(spec, 1));
    }

    private static List<Integer> computed(NetworkSpec spec, double growth) {
        List<Integer> computed = new ArrayList<>();
        try (NeuralNetwork network = network(spec, new LayerShape(1, 2, 2), DataType.FLOAT)) {
            network.forward(
                    Tensor.of(new float[8], 2, 4), TRAINING.withGrowth(growth), (layer, output) -> computed.add(layer));
        }
        LayerLiveness live = LayerLiveness.of(spec, growth);
        for (int i = 0; i < spec.layers().size(); i++) {
            assertEquals(computed.contains(i), live.isLive(i), "layer " + i);
        }
        return computed;
    }

    @Test
    void refusalsNameTheLayerAndTheRegister() {
        LayerShape input = new LayerShape(32, 14, 14);
        assertRefused(
                "Layer 1 (add d1) cannot take 32x14x14: no layer above keeps d1.", input, new Join("d1", How.ADD));
        LayerSpec half = new ResizeLayerSpec.AveragePool(2);
        assertRefused(
                "Layer 3 (concatenate d1) cannot take 32x7x7: d1 is 32x14x14, of another height or width.",
                input,
                new Keep("d1"),
                half,
                new Join("d1", How.CONCAT));
        assertRefused(
                "Layer 3 (add d1) cannot take 32x7x7: d1 is 32x14x14.",
                input,
                new Keep("d1"),
                half,
                new Join("d1", How.ADD));
        assertTrue(assertThrows(SpecException.class, () -> new Keep("import os"))
                .getMessage()
                .contains("letters and digits"));
    }

    private static void assertRefused(String message, LayerShape input, LayerSpec... layers) {
        assertEquals(
                message,
                assertThrows(SpecException.class, () -> spec(layers).output(input))
                        .getMessage());
    }
}
