package org.ganvas.engine.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.MatrixOps;
import org.ganvas.engine.autodiff.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The analytic case: a linear critic, whose gradient is its weight everywhere. */
class GradientPenaltyTermsTest {

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private final Tensor weight = Tensor.of(new double[] {3, 4}, 2, 1).asVariable();
    private final Tensor points =
            Tensor.of(new double[] {1, -2, 0.5, 7, 0, 0}, 3, 2).asVariable();

    private Tensor penalty(double center) {
        return GradientPenaltyTerms.penalty(MatrixOps.matmul(points, weight), points, center);
    }

    @Test
    void penaltyIsTheSquaredDistanceOfTheWeightNormFromTheCentre() {
        assertEquals(25, penalty(0).scalar(), 1e-9);
        assertEquals(16, penalty(1).scalar(), 1e-9);
    }

    @Test
    void gradientByTheWeightIsTheAnalyticOne() {
        double[] zero = gradient(penalty(0));
        assertEquals(6, zero[0], 1e-9);
        assertEquals(8, zero[1], 1e-9);
        // 2 (‖w‖ - 1) w / ‖w‖
        double[] one = gradient(penalty(1));
        assertEquals(2 * 4 * 3 / 5.0, one[0], 1e-9);
        assertEquals(2 * 4 * 4 / 5.0, one[1], 1e-9);
    }

    private double[] gradient(Tensor penalty) {
        return Autograd.grad(penalty, List.of(weight), false).get(0).toDoubles();
    }
}
