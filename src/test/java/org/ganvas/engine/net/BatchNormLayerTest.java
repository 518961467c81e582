package org.ganvas.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class BatchNormLayerTest {

    private static final int BATCH = 7;
    private static final int FEATURES = 3;
    private static final double EPSILON = 1e-3;

    private final NeuralNetwork network = new NeuralNetwork(
            new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.BatchNorm(EPSILON, 0.25))),
            LayerShape.row(FEATURES),
            new SeededRandomStream(1, Purpose.TEST, 0),
            DataType.FLOAT);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void inferenceUsesRunningStatistics() {
        float[] mean = {1, -2, 0.5f};
        float[] variance = {0.5f, 4, 0.01f};
        network.statistics().get(0).tensor().set(mean, 0);
        network.statistics().get(1).tensor().set(variance, 0);
        float[] x = gaussian();
        float[] got = network.forward(Tensor.of(x, BATCH, FEATURES), ForwardContext.INFERENCE)
                .output()
                .toFloats();
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int f = i % FEATURES;
            expected[i] = (float) ((x[i] - mean[f]) / Math.sqrt(variance[f] + EPSILON));
        }
        assertArrayEquals(expected, got, 1e-4f);
    }

    @Test
    void runningStatisticsFollowTheBatchAsInPyTorch() {
        float[] x = gaussian();
        network.forward(Tensor.of(x, BATCH, FEATURES), ForwardContext.training(1, 1));
        float[] mean = network.statistics().get(0).tensor().toFloats();
        float[] variance = network.statistics().get(1).tensor().toFloats();
        for (int f = 0; f < FEATURES; f++) {
            double m = 0;
            for (int r = 0; r < BATCH; r++) {
                m += x[r * FEATURES + f] / BATCH;
            }
            double unbiased = 0;
            for (int r = 0; r < BATCH; r++) {
                unbiased += Math.pow(x[r * FEATURES + f] - m, 2) / (BATCH - 1);
            }
            assertArrayEquals(
                    new double[] {0.25 * m, 0.75 + 0.25 * unbiased}, new double[] {mean[f], variance[f]}, 1e-6);
        }
    }

    private static float[] gaussian() {
        float[] values = new float[BATCH * FEATURES];
        new SeededRandomStream(9, Purpose.TEST, 4).fillGaussian(values, 1);
        return values;
    }
}
