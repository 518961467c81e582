package org.ganvas.engine.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvidenceLowerBoundTest {

    private static final double STEP = 1e-5;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void divergenceIsTheClosedFormOfTwoGaussians() {
        // KL(N(m, s²) ‖ N(0, 1)) = ln(1/s) + (s² + m²)/2 - 1/2, summed over two dimensions, mean over two rows.
        double[] means = {0, 1, -2, 0.5};
        double[] deviations = {1, 2, 0.5, 0.1};
        double[] logVariances = new double[4];
        double expected = 0;
        for (int i = 0; i < 4; i++) {
            logVariances[i] = 2 * Math.log(deviations[i]);
            expected += -Math.log(deviations[i]) + (deviations[i] * deviations[i] + means[i] * means[i]) / 2 - 0.5;
        }
        Tensor found = EvidenceLowerBound.divergence(Tensor.of(means, 2, 2), Tensor.of(logVariances, 2, 2));
        assertEquals(expected / 2, found.scalar(), 1e-12);
    }

    @Test
    void divergenceAgreesWithAnIntegral() {
        double mean = 0.7;
        double deviation = 0.6;
        double sum = 0;
        double width = 1e-3;
        for (double z = -8; z < 8; z += width) {
            double logQ = -0.5 * Math.pow((z - mean) / deviation, 2) - Math.log(deviation);
            double logP = -0.5 * z * z;
            sum += Math.exp(logQ) / Math.sqrt(2 * Math.PI) * (logQ - logP) * width;
        }
        Tensor logVariance = Tensor.of(new double[] {2 * Math.log(deviation)}, 1, 1);
        assertEquals(
                sum,
                EvidenceLowerBound.divergence(Tensor.of(new double[] {mean}, 1, 1), logVariance)
                        .scalar(),
                1e-9);
    }

    @Test
    void reconstructionIsTheBernoulliLogLikelihood() {
        // A white pixel, a black one and a grey one, with the probabilities 0.8, 0.3 and 0.5.
        double[] pixels = {1, -1, 0};
        double[] logits = {Math.log(0.8 / 0.2), Math.log(0.3 / 0.7), 0};
        double expected = -Math.log(0.8) - Math.log(0.7) - Math.log(0.5);
        assertEquals(
                expected,
                EvidenceLowerBound.reconstruction(Tensor.of(logits, 1, 3), Tensor.of(pixels, 1, 3))
                        .scalar(),
                1e-12);
    }

    @Test
    void reconstructionIsFiniteForLargeLogits() {
        Tensor wrong = EvidenceLowerBound.reconstruction(
                Tensor.of(new double[] {-500, 500}, 1, 2), Tensor.of(new double[] {1, -1}, 1, 2));
        assertEquals(1000, wrong.scalar(), 1e-9);
    }

    @Test
    void gradientsOfTheWholeBoundAreThoseOfCentralDifferences() {
        Tensor noise = random(3, 4, 2);
        Tensor pictures = Tensor.of(new double[] {1, -1, 0.3, -0.2, 0.9, -1, 1, 0}, 4, 2);
        Function<List<Tensor>, Tensor> bound = in -> {
            Tensor latent = EvidenceLowerBound.sampleLatent(in.get(0), in.get(1), noise);
            // A decoder of one product, so that gradients also flow through the latent.
            Tensor logits = ElementwiseOps.mul(latent, in.get(2));
            return ElementwiseOps.add(
                    EvidenceLowerBound.reconstruction(logits, pictures),
                    EvidenceLowerBound.divergence(in.get(0), in.get(1)));
        };
        List<Tensor> inputs = List.of(random(0, 4, 2), random(1, 4, 2), random(2, 4, 2));
        List<Tensor> exact = Autograd.grad(bound.apply(inputs), inputs, false);
        for (int i = 0; i < inputs.size(); i++) {
            double[] gradient = exact.get(i).toDoubles();
            for (int j = 0; j < gradient.length; j++) {
                double up = bound.apply(moved(inputs, i, j, STEP)).scalar();
                double down = bound.apply(moved(inputs, i, j, -STEP)).scalar();
                assertEquals((up - down) / (2 * STEP), gradient[j], 1e-8, "input " + i + ", element " + j);
            }
        }
    }

    private static List<Tensor> moved(List<Tensor> inputs, int which, int element, double by) {
        List<Tensor> all = new java.util.ArrayList<>(inputs);
        double[] values = inputs.get(which).toDoubles();
        values[element] += by;
        all.set(which, Tensor.of(values, inputs.get(which).shape()).asVariable());
        return all;
    }

    private static Tensor random(int position, long... shape) {
        double[] values = new double[(int) (shape[0] * shape[1])];
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, position);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.of(values, shape).asVariable();
    }
}
