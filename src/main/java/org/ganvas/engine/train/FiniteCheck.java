package org.ganvas.engine.train;

import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.state.UpdateStatistics;

/** Stops a step whose numbers blow up. */
final class FiniteCheck {

    private FiniteCheck() {}

    static Tensor requireLoss(Tensor loss, String who, long step) {
        double value = loss.scalar();
        if (!Double.isFinite(value)) {
            throw new DivergenceException(who, "loss", step, value);
        }
        return loss;
    }

    /**
     * A loss can be a number where its gradient is none. The update has been made when that is known, because looking
     * first would cost a pass over all gradients in every step: whoever trains on goes back to a state before it.
     */
    static UpdateStatistics requireGradient(UpdateStatistics move, String who, long step) {
        if (!Double.isFinite(move.gradientNorm())) {
            throw new DivergenceException(who, "gradient", step, move.gradientNorm());
        }
        return move;
    }
}
