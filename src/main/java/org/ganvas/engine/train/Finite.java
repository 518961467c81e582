package org.ganvas.engine.train;

import org.ganvas.engine.autodiff.Tensor;

/** Stops a step whose loss is no number, before any weight is touched. */
final class Finite {

    private Finite() {}

    static Tensor require(Tensor loss, String who, long step) {
        double value = loss.scalar();
        if (!Double.isFinite(value)) {
            throw new DivergenceException(who, step, value);
        }
        return loss;
    }
}
