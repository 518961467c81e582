package org.ganvas.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ganvas.engine.NativeEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AutogradTest {

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @Test
    void gradientSumsOverAllPathsFromInputToOutput() {
        Tensor x = Tensor.of(new double[] {3}, 1).asVariable();
        Tensor square = ElementwiseOps.square(x);
        Tensor y = ElementwiseOps.add(ElementwiseOps.mul(square, x), square); // x³ + x²
        Tensor first = Autograd.grad(y, List.of(x), true).get(0);
        assertEquals(3 * 9 + 2 * 3, first.scalar());
        Tensor second = Autograd.grad(first, List.of(x), true).get(0);
        assertEquals(6 * 3 + 2, second.scalar());
        assertEquals(6, Autograd.grad(second, List.of(x), false).get(0).scalar());
    }

    @Test
    void gradientByAnIntermediateResultIsGiven() {
        Tensor x = Tensor.of(new double[] {2}, 1).asVariable();
        Tensor middle = ElementwiseOps.scale(x, 5);
        Tensor y = ElementwiseOps.square(middle);
        List<Tensor> gradients = Autograd.grad(y, List.of(middle, x), false);
        assertEquals(20, gradients.get(0).scalar());
        assertEquals(100, gradients.get(1).scalar());
    }

    @Test
    void gradientIsZeroWithoutDependence() {
        Tensor x = Tensor.of(new double[] {2, 3}, 2).asVariable();
        Tensor other = Tensor.of(new double[] {1}, 1).asVariable();
        Tensor gradient =
                Autograd.grad(ElementwiseOps.square(other), List.of(x), false).get(0);
        assertArrayEquals(new double[] {0, 0}, gradient.toDoubles());
    }

    @Test
    void gradientStopsAtDetachedTensors() {
        Tensor x = Tensor.of(new double[] {2}, 1).asVariable();
        Tensor y = ElementwiseOps.mul(ElementwiseOps.square(x).detached(), x);
        assertEquals(4, Autograd.grad(y, List.of(x), false).get(0).scalar());
    }

    @Test
    void recordsNothingWithoutGraph() {
        Tensor x = Tensor.of(new double[] {2}, 1).asVariable();
        assertNull(Autograd.withoutGraph(() -> ElementwiseOps.square(x)).node());
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Tensor a = Tensor.of(new double[6], 2, 3);
        Tensor b = Tensor.of(new double[8], 2, 4);
        assertThrows(IllegalArgumentException.class, () -> ElementwiseOps.add(a, b));
        assertThrows(IllegalArgumentException.class, () -> MatrixOps.matmul(a, b));
        assertThrows(IllegalArgumentException.class, () -> ViewOps.reshape(a, 4, 2));
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new double[3], 2, 2));
    }

    @Test
    void arenaReusesItsMemoryAndKeepsParameters() {
        try (TensorArena arena = new TensorArena()) {
            Tensor parameter = null;
            long afterFirst = 0;
            for (int round = 0; round < 5; round++) {
                try (TensorArena.Round open = arena.open()) {
                    Tensor x = Tensor.of(new double[] {1, 2, 3}, 3);
                    if (round == 0) {
                        parameter = Tensor.parameter(x.type(), 3);
                        parameter.setDoubles(new double[] {7, 8, 9});
                    }
                    Tensor y = ElementwiseOps.square(ElementwiseOps.add(x, parameter));
                    assertArrayEquals(new double[] {64, 100, 144}, y.toDoubles());
                }
                afterFirst = round == 0 ? arena.bytes() : afterFirst;
            }
            assertEquals(afterFirst, arena.bytes());
            assertArrayEquals(new double[] {7, 8, 9}, parameter.toDoubles());
        }
    }
}
