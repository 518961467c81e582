package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.Engine;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.Variable;
import org.ganvas.engine.spec.OptimizerSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

class AdamTest {

    /** More than one chunk, and not a multiple of one. */
    private static final int LENGTH = 5000;

    @BeforeAll
    static void startEngine() {
        Engine.start();
    }

    /** The paper's algorithm 1 in double precision, written down once more. */
    @Test
    void followsThePaper() {
        OptimizerSpec spec = new OptimizerSpec(0.01, 0.5, 0.999, 1e-8);
        Variable variable = new Variable("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Adam adam = new Adam("test", List.of(variable), spec);
        double[] w = new double[LENGTH];
        double[] m = new double[LENGTH];
        double[] v = new double[LENGTH];
        for (int t = 1; t <= 4; t++) {
            float[] g = gradient(t);
            adam.update(List.of(Tensor.of(g, LENGTH)), t);
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

    /** ND4J's updater divides by √v + ε before the correction, so ε is tiny here. */
    @Test
    void agreesWithNd4j() {
        OptimizerSpec spec = new OptimizerSpec(2e-4, 0.5, 0.999, 1e-12);
        Variable variable = new Variable("w", Tensor.parameter(DataType.FLOAT, LENGTH));
        Adam adam = new Adam("test", List.of(variable), spec);
        AdamUpdater theirs = new AdamUpdater(new org.nd4j.linalg.learning.config.Adam(2e-4, 0.5, 0.999, 1e-12));
        theirs.setStateViewArray(Nd4j.zeros(1, 2 * LENGTH), new long[] {1, LENGTH}, 'c', true);
        INDArray w = Nd4j.zeros(1, LENGTH);
        for (int t = 1; t <= 5; t++) {
            adam.update(List.of(Tensor.of(gradient(t), LENGTH)), t);
            INDArray g = Nd4j.createFromArray(gradient(t)).reshape(1, LENGTH);
            theirs.applyUpdater(g, t - 1, 0);
            w.subi(g);
        }
        assertArrayEquals(w.toFloatVector(), variable.tensor().toFloats(), 2e-7f);
    }

    private static float[] gradient(int t) {
        float[] g = new float[LENGTH];
        new RandomStream(4, Purpose.TEST, t).fillGaussian(g, 0.1);
        return g;
    }
}
