package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.NeuralNetwork;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Whole networks against stock Deeplearning4j: values, parameter gradients, and the file. */
class Dl4jModelFactoryTest {

    private static final int BATCH = 4;

    private static final NetworkSpec GENERATOR = new NetworkSpec(
            InitSpec.PYTORCH,
            List.of(
                    new LayerSpec.Dense(6 * 3 * 3),
                    new LayerSpec.Reshape(6, 3, 3),
                    new LayerSpec.BatchNorm(1e-3, 0.1),
                    new LayerSpec.Relu(),
                    new LayerSpec.ConvTranspose(4, 4, 2, 1, false),
                    new LayerSpec.BatchNorm(1e-3, 0.1),
                    new LayerSpec.LeakyRelu(0.1),
                    new LayerSpec.ConvTranspose(2, 4, 2, 1, true),
                    new LayerSpec.Tanh()));

    private static final NetworkSpec DISCRIMINATOR = new NetworkSpec(
            InitSpec.PYTORCH,
            List.of(
                    new LayerSpec.Conv(3, 4, 2, 1, true),
                    new LayerSpec.LeakyRelu(0.2),
                    new LayerSpec.Conv(5, 3, 1, 0, false),
                    new LayerSpec.BatchNorm(1e-3, 0.1),
                    new LayerSpec.LeakyRelu(0.2),
                    new LayerSpec.Dense(1)));

    private static final NetworkSpec MLP = new NetworkSpec(
            InitSpec.PYTORCH,
            List.of(
                    new LayerSpec.Dense(8),
                    new LayerSpec.LeakyRelu(0.2),
                    new LayerSpec.Dense(6),
                    new LayerSpec.BatchNorm(1e-3, 0.1),
                    new LayerSpec.LeakyRelu(0.2),
                    new LayerSpec.Dense(4),
                    new LayerSpec.Tanh()));

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void mlpAgrees() {
        agree(MLP, LayerShape.row(5), new long[] {BATCH, 5});
    }

    @Test
    void generatorAgrees() {
        agree(GENERATOR, LayerShape.row(5), new long[] {BATCH, 5});
    }

    @Test
    void discriminatorAgrees() {
        agree(DISCRIMINATOR, new LayerShape(2, 12, 12), new long[] {BATCH, 2, 12, 12});
    }

    @Test
    void fileGivesTheSameImagesInStockDeeplearning4j(@TempDir Path folder) throws IOException {
        LayerShape input = LayerShape.row(5);
        Path file = folder.resolve("generator.zip");
        try (NeuralNetwork network =
                new NeuralNetwork(GENERATOR, input, new SeededRandomStream(1, Purpose.TEST, 0), DataType.FLOAT)) {
            float[] x = gaussian(BATCH * 5, 1);
            network.forward(
                    Tensor.of(x, BATCH, 5), ForwardContext.training(1, 1)); // running statistics other than 0 and 1
            Dl4jModelFactory.model(GENERATOR, input, arrays(network), "", new NoOp())
                    .save(file.toFile(), false);
            MultiLayerNetwork loaded = MultiLayerNetwork.load(file.toFile(), false);
            float[] expected = network.forward(Tensor.of(x, BATCH, 5), ForwardContext.INFERENCE)
                    .output()
                    .toFloats();
            float[] got = floats(loaded.output(Nd4j.createFromArray(x).reshape(BATCH, 5)));
            assertArrayEquals(expected, got, 1e-5f);
        }
    }

    private static void agree(NetworkSpec spec, LayerShape input, long[] shape) {
        try (NeuralNetwork network =
                new NeuralNetwork(spec, input, new SeededRandomStream(1, Purpose.TEST, 0), DataType.FLOAT)) {
            MultiLayerNetwork stock = Dl4jModelFactory.model(spec, input, arrays(network), "", new NoOp());
            float[] x = gaussian(BATCH * input.size(), 1);
            Tensor output = network.forward(Tensor.of(x, BATCH, input.size()), ForwardContext.training(1, 1))
                    .output();
            stock.setInput(Nd4j.createFromArray(x).reshape(shape));
            List<INDArray> activations = stock.feedForward(true, false);
            INDArray last = activations.get(activations.size() - 1);
            assertArrayEquals(floats(last), output.toFloats(), 1e-5f);
            gradientsAgree(spec, input, network, stock, output, last.shape());
        }
    }

    private static void gradientsAgree(
            NetworkSpec spec,
            LayerShape input,
            NeuralNetwork network,
            MultiLayerNetwork stock,
            Tensor output,
            long[] shape) {
        float[] weights = gaussian((int) output.length(), 2);
        Tensor scalar = ReductionOps.sum(ElementwiseOps.mul(output, Tensor.of(weights, output.shape())));
        List<Tensor> parameters =
                network.parameters().stream().map(NamedTensor::tensor).toList();
        List<Tensor> gradients = Autograd.grad(scalar, parameters, false);
        Gradient expected = stock.backpropGradient(
                        Nd4j.createFromArray(weights).reshape(shape), LayerWorkspaceMgr.noWorkspaces())
                .getFirst();
        List<Integer> indices =
                Dl4jConfigurationBuilder.of(spec, input, new NoOp()).indices();
        for (int i = 0; i < parameters.size(); i++) {
            String name = network.parameters().get(i).name();
            float[] want = floats(expected.getGradientFor(Dl4jModelFactory.nameOf(indices, name)));
            float largest = 1;
            for (float value : want) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertArrayEquals(want, gradients.get(i).toFloats(), 1e-4f * largest, name);
        }
    }

    private static List<NamedArray> arrays(NeuralNetwork network) {
        List<NamedTensor> all = new ArrayList<>(network.parameters());
        all.addAll(network.statistics());
        return all.stream()
                .map(v ->
                        new NamedArray(v.name(), v.tensor().shape(), v.tensor().toFloats()))
                .toList();
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    private static float[] gaussian(int length, long position) {
        float[] values = new float[length];
        new SeededRandomStream(9, Purpose.TEST, position).fillGaussian(values, 1);
        return values;
    }
}
