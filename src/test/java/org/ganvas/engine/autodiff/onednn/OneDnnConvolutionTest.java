package org.ganvas.engine.autodiff.onednn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.onednn.OneDnnConvolution.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OneDnnConvolutionTest {

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    /** In blocks of channels some of these would be computed by the library's plain loops, a thousand times as long. */
    @Test
    void shapesOutOfTheOrdinaryAreComputedByTheLibrarysOwnCode() {
        assumeTrue(OneDnn.isAvailable(), "oneDNN is not used on this processor");
        int[][] windows = {
            {16, 3, 1, 2}, {14, 4, 1, 3}, {31, 3, 3, 1}, {2, 7, 1, 3}, {16, 5, 1, 4}, {28, 5, 3, 0}, {16, 9, 1, 0}
        };
        for (int[] at : windows) {
            ConvolutionShape shape = new ConvolutionShape(
                    2, 16, at[0], at[0], 32, new ConvolutionShape.Kernel(at[1], at[1]), at[2], at[3]);
            for (Kind kind : Kind.values()) {
                assertFalse(OneDnnConvolution.isByReference(kind, shape), kind + " of " + shape);
            }
        }
    }
}
