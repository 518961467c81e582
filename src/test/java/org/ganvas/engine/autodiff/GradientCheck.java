package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/** Comparison of derivatives with central differences, in double precision. */
public final class GradientCheck {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 2e-6;

    private GradientCheck() {}

    /** Function of several tensors. */
    public interface Function2 extends Function<List<Tensor>, Tensor> {}

    /** Random tensors of the shapes, away from kinks: every entry has a magnitude of at least 0.15. */
    public static List<Tensor> inputs(long seed, long[]... shapes) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, i);
            double[] values = new double[(int) TensorShapes.length(shapes[i])];
            for (int j = 0; j < values.length; j++) {
                double g = random.nextGaussian();
                values[j] = g + Math.copySign(0.15, g);
            }
            tensors.add(Tensor.of(values, shapes[i]).asVariable());
        }
        return tensors;
    }

    /** Checks the first derivatives by every input, and second derivatives through a scalar of the first ones. */
    public static void check(Function2 f, List<Tensor> inputs) {
        checkFirst(in -> weighted(f.apply(in), 1), inputs);
        checkFirst(in -> gradientNorm(f, in), inputs);
    }

    /** The scalar Σ wᵢ yᵢ with random weights, which no symmetry makes constant. */
    private static Tensor weighted(Tensor y, long seed) {
        double[] weights = new double[(int) y.length()];
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.TEST, 99);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextDouble(0.5, 1.5);
        }
        return ReductionOps.sum(ElementwiseOps.mul(y, Tensor.of(weights, y.shape())));
    }

    /** The sum of all inputs' squared gradients, whose own gradient needs second derivatives. */
    private static Tensor gradientNorm(Function2 f, List<Tensor> in) {
        List<Tensor> gradients = Autograd.grad(weighted(f.apply(in), 1), in, true);
        Tensor total = Tensor.of(new double[1], 1);
        for (Tensor gradient : gradients) {
            total = ElementwiseOps.add(total, weighted(ElementwiseOps.square(gradient), 2));
        }
        return total;
    }

    private static void checkFirst(Function2 scalar, List<Tensor> inputs) {
        List<Tensor> exact = Autograd.grad(scalar.apply(inputs), inputs, false);
        for (int i = 0; i < inputs.size(); i++) {
            double[] values = inputs.get(i).toDoubles();
            double[] gradient = exact.get(i).toDoubles();
            for (int j = 0; j < values.length; j++) {
                double difference = centralDifference(scalar, inputs, i, values, j);
                double scale = Math.max(1, Math.abs(difference));
                assertEquals(difference, gradient[j], TOLERANCE * scale, "input " + i + ", element " + j);
            }
        }
    }

    private static double centralDifference(Function2 scalar, List<Tensor> inputs, int i, double[] values, int j) {
        double up = at(scalar, inputs, i, values, j, STEP);
        double down = at(scalar, inputs, i, values, j, -STEP);
        return (up - down) / (2 * STEP);
    }

    private static double at(Function2 scalar, List<Tensor> inputs, int i, double[] values, int j, double shift) {
        double[] moved = values.clone();
        moved[j] += shift;
        List<Tensor> all = new ArrayList<>(inputs);
        all.set(i, Tensor.of(moved, inputs.get(i).shape()).asVariable());
        return scalar.apply(all).scalar();
    }
}
