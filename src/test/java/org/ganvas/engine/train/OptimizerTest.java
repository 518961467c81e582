package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.state.UpdateStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

class OptimizerTest {

    /** More than one chunk, and not a multiple of one. */
    private static final int LENGTH = 5000;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** Adam as in algorithm 1 of Kingma and Ba 2014, in double precision. */
    @Test
    void adamFollowsItsPaper() {
        OptimizerSpec spec = OptimizerSpec.adam(0.01, 0.5, 0.999);
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Optimizer adam = new Optimizer("test", List.of(variable), spec);
        double[] w = new double[LENGTH];
        double[] m = new double[LENGTH];
        double[] v = new double[LENGTH];
        for (int t = 1; t <= 4; t++) {
            float[] g = gradient(t);
            adam.update(List.of(Tensor.of(g, LENGTH)), 1, Optimizer.ChunkHook.NONE);
            for (int i = 0; i < LENGTH; i++) {
                m[i] = 0.5 * m[i] + 0.5 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double mHat = m[i] / (1 - Math.pow(0.5, t));
                double vHat = v[i] / (1 - Math.pow(0.999, t));
                w[i] -= 0.01 * mHat / (Math.sqrt(vHat) + 1e-8);
            }
        }
        assertArrayEquals(w, variable.tensor().toDoubles(), 1e-6);
    }

    /** With a tiny ε, because ND4J's updater adds it before the bias correction. */
    @Test
    void adamAgreesWithNd4j() {
        OptimizerSpec spec = new OptimizerSpec(OptimizerSpec.Kind.ADAM, 2e-4, 0.5, 0.999, 1e-12);
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Optimizer adam = new Optimizer("test", List.of(variable), spec);
        AdamUpdater nd4j = new AdamUpdater(new org.nd4j.linalg.learning.config.Adam(2e-4, 0.5, 0.999, 1e-12));
        nd4j.setStateViewArray(Nd4j.zeros(1, 2 * LENGTH), new long[] {1, LENGTH}, 'c', true);
        INDArray w = Nd4j.zeros(1, LENGTH);
        for (int t = 1; t <= 5; t++) {
            adam.update(List.of(Tensor.of(gradient(t), LENGTH)), 1, Optimizer.ChunkHook.NONE);
            INDArray g = Nd4j.createFromArray(gradient(t)).reshape(1, LENGTH);
            nd4j.applyUpdater(g, t - 1, 0);
            w.subi(g);
        }
        assertArrayEquals(w.toFloatVector(), variable.tensor().toFloats(), 2e-7f);
    }

    /** PyTorch's RMSprop: v = α v + (1 - α) g², w -= rate g / (√v + ε), in double precision. */
    @Test
    void rmsPropFollowsItsDefinition() {
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Optimizer rmsProp = new Optimizer("test", List.of(variable), OptimizerSpec.rmsProp(0.01));
        double[] w = new double[LENGTH];
        double[] v = new double[LENGTH];
        for (int t = 1; t <= 4; t++) {
            float[] g = gradient(t);
            rmsProp.update(List.of(Tensor.of(g, LENGTH)), 1, Optimizer.ChunkHook.NONE);
            for (int i = 0; i < LENGTH; i++) {
                v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
                w[i] -= 0.01 * g[i] / (Math.sqrt(v[i]) + 1e-8);
            }
        }
        assertArrayEquals(w, variable.tensor().toDoubles(), 1e-6);
    }

    @Test
    void momentumAccumulatesGradientsAndTheScheduleScalesTheRate() {
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, 1));
        Optimizer sgd = new Optimizer("test", List.of(variable), OptimizerSpec.sgd(0.1, 0.9));
        sgd.update(List.of(Tensor.of(new float[] {1}, 1)), 1, Optimizer.ChunkHook.NONE);
        sgd.update(List.of(Tensor.of(new float[] {1}, 1)), 0.5, Optimizer.ChunkHook.NONE);
        assertEquals(-(0.1 + 0.05 * 1.9), variable.tensor().scalar(), 1e-7);
    }

    @Test
    void hookSeesTheUpdatedWeightsAndMayLimitThem() {
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Optimizer sgd = new Optimizer("test", List.of(variable), OptimizerSpec.sgd(1, 0));
        sgd.update(List.of(Tensor.filled(1, DataType.FLOAT, LENGTH)), 1, (index, start, weights, count) -> {
            for (int i = 0; i < count; i++) {
                assertEquals(-1, weights[i]);
                weights[i] = -0.25f;
            }
        });
        float[] limited = new float[LENGTH];
        java.util.Arrays.fill(limited, -0.25f);
        assertArrayEquals(limited, variable.tensor().toFloats());
    }

    @Test
    void updateReportsGradientNormAndUpdateRatio() {
        NamedTensor first = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        NamedTensor second = new NamedTensor("b", Tensor.parameter(DataType.FLOAT, 3));
        first.tensor().set(gradient(7), 0);
        second.tensor().set(new float[] {1, -2, 3}, 0);
        Optimizer adam = new Optimizer("test", List.of(first, second), OptimizerSpec.adam(0.01, 0.5, 0.999));
        double[] before = joined(first, second);

        UpdateStatistics statistics = adam.update(
                List.of(Tensor.of(gradient(1), LENGTH), Tensor.of(new float[] {0.5f, 0, -4}, 3)),
                0.25,
                (index, start, weights, count) -> weights[count - 1] = 0);

        double gradients = 0.5 * 0.5 + 4 * 4;
        for (float g : gradient(1)) {
            gradients += (double) g * g;
        }
        double[] after = joined(first, second);
        double changes = 0;
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            changes += (after[i] - before[i]) * (after[i] - before[i]);
            squares += before[i] * before[i];
        }
        assertEquals(Math.sqrt(gradients), statistics.gradientNorm(), 1e-6 * statistics.gradientNorm());
        assertEquals(Math.sqrt(changes / squares), statistics.updateRatio(), 1e-5 * statistics.updateRatio());
        assertEquals(0.0025, statistics.learningRate(), 1e-15);
    }

    @Test
    void everyUpdateHasStatisticsOfItsOwn() {
        NamedTensor variable = new NamedTensor("w", Tensor.parameter(DataType.FLOAT, 1));
        variable.tensor().set(new float[] {2}, 0);
        Optimizer sgd = new Optimizer("test", List.of(variable), OptimizerSpec.sgd(0.1, 0));
        sgd.update(List.of(Tensor.of(new float[] {100}, 1)), 1, Optimizer.ChunkHook.NONE);

        UpdateStatistics second = sgd.update(List.of(Tensor.of(new float[] {-2}, 1)), 1, Optimizer.ChunkHook.NONE);

        assertEquals(2, second.gradientNorm(), 1e-6);
        assertEquals(0.2 / 8, second.updateRatio(), 1e-6);
    }

    private static double[] joined(NamedTensor first, NamedTensor second) {
        return java.util.stream.DoubleStream.concat(
                        java.util.Arrays.stream(first.tensor().toDoubles()),
                        java.util.Arrays.stream(second.tensor().toDoubles()))
                .toArray();
    }

    private static float[] gradient(int t) {
        float[] g = new float[LENGTH];
        new SeededRandomStream(4, Purpose.TEST, t).fillGaussian(g, 0.1);
        return g;
    }
}
