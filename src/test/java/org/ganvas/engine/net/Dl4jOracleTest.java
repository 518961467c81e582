package org.ganvas.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.Engine;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Reduce;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.InitSpec;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Stock DL4J layers with the same parameters as the referee: forward values and parameter gradients. */
class Dl4jOracleTest {

    private static final int BATCH = 7;

    private final NetworkSpec spec = new NetworkSpec(
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
        Engine.start();
    }

    @Test
    void trainingPassAndParameterGradientsAgree() {
        float[] x = gaussian(BATCH * 5, 1);
        float[] weights = gaussian(BATCH * 4, 2);
        try (Network ours = new Network(spec, Extent.row(5), new RandomStream(1, Purpose.TEST, 0), DataType.FLOAT)) {
            MultiLayerNetwork theirs = stock(ours);

            Tensor output =
                    ours.forward(Tensor.of(x, BATCH, 5), Pass.training(1, 1)).output();
            theirs.setInput(Nd4j.createFromArray(x).reshape(BATCH, 5));
            INDArray expected = theirs.feedForward(true, false).get(7);
            assertArrayEquals(expected.dup('c').data().asFloat(), output.toFloats(), 1e-5f);

            Tensor scalar = Reduce.sum(Arith.mul(output, Tensor.of(weights, BATCH, 4)));
            List<Tensor> parameters =
                    ours.parameters().stream().map(Variable::tensor).toList();
            List<Tensor> gradients = Autograd.grad(scalar, parameters, false);
            Gradient stock = theirs.backpropGradient(
                            Nd4j.createFromArray(weights).reshape(BATCH, 4), LayerWorkspaceMgr.noWorkspaces())
                    .getFirst();
            List<float[]> theirGradients = new ArrayList<>();
            for (String key : List.of("0_W", "0_b", "2_W", "2_b", "3_gamma", "3_beta", "5_W", "5_b")) {
                theirGradients.add(stock.getGradientFor(key).dup('c').data().asFloat());
            }
            for (int i = 0; i < parameters.size(); i++) {
                float[] want = theirGradients.get(i);
                float scale = Math.max(1, largest(want));
                assertArrayEquals(
                        want,
                        gradients.get(i).toFloats(),
                        1e-4f * scale,
                        ours.parameters().get(i).name());
            }
        }
    }

    @Test
    void runningStatisticsServeInUse() {
        float[] x = gaussian(BATCH * 5, 1);
        try (Network ours = new Network(spec, Extent.row(5), new RandomStream(1, Purpose.TEST, 0), DataType.FLOAT)) {
            ours.statistics().get(0).tensor().set(gaussian(6, 3), 0);
            ours.statistics().get(1).tensor().set(new float[] {0.5f, 1, 2, 3, 0.1f, 1.5f}, 0);
            MultiLayerNetwork theirs = stock(ours);
            float[] expected = theirs.output(Nd4j.createFromArray(x).reshape(BATCH, 5))
                    .dup('c')
                    .data()
                    .asFloat();
            float[] got =
                    ours.forward(Tensor.of(x, BATCH, 5), Pass.USE).output().toFloats();
            assertArrayEquals(expected, got, 1e-5f);
        }
    }

    @Test
    void runningStatisticsFollowTheBatchAsPyTorchCountsThem() {
        float[] x = gaussian(BATCH * 3, 4);
        NetworkSpec norm = new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.BatchNorm(1e-5, 0.25)));
        try (Network ours = new Network(norm, Extent.row(3), new RandomStream(1, Purpose.TEST, 0), DataType.FLOAT)) {
            ours.forward(Tensor.of(x, BATCH, 3), Pass.training(1, 1));
            float[] mean = ours.statistics().get(0).tensor().toFloats();
            float[] variance = ours.statistics().get(1).tensor().toFloats();
            for (int f = 0; f < 3; f++) {
                double m = 0;
                for (int r = 0; r < BATCH; r++) {
                    m += x[r * 3 + f] / BATCH;
                }
                double v = 0;
                for (int r = 0; r < BATCH; r++) {
                    v += (x[r * 3 + f] - m) * (x[r * 3 + f] - m) / (BATCH - 1);
                }
                assertArrayEquals(new double[] {0.25 * m, 0.75 + 0.25 * v}, new double[] {mean[f], variance[f]}, 1e-6);
            }
        }
    }

    private static MultiLayerNetwork stock(Network ours) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new NoOp())
                .list()
                .layer(dense(5, 8))
                .layer(new ActivationLayer(new ActivationLReLU(0.2)))
                .layer(dense(8, 6))
                .layer(new BatchNormalization.Builder()
                        .nIn(6)
                        .nOut(6)
                        .eps(1e-3)
                        .decay(0.9)
                        .useLogStd(false)
                        .build())
                .layer(new ActivationLayer(new ActivationLReLU(0.2)))
                .layer(dense(6, 4))
                .layer(new ActivationLayer(Activation.TANH))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        String[] keys = {"0_W", "0_b", "2_W", "2_b", "3_gamma", "3_beta", "5_W", "5_b"};
        for (int i = 0; i < keys.length; i++) {
            put(network, keys[i], ours.parameters().get(i));
        }
        put(network, "3_mean", ours.statistics().get(0));
        put(network, "3_var", ours.statistics().get(1));
        return network;
    }

    private static void put(MultiLayerNetwork network, String key, Variable variable) {
        INDArray target = network.getParam(key);
        target.assign(Nd4j.createFromArray(variable.tensor().toFloats()).reshape('c', target.shape()));
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static float[] gaussian(int length, long position) {
        float[] values = new float[length];
        new RandomStream(9, Purpose.TEST, position).fillGaussian(values, 1);
        return values;
    }

    private static float largest(float[] values) {
        float[] magnitudes = values.clone();
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        Arrays.sort(magnitudes);
        return magnitudes[magnitudes.length - 1];
    }
}
