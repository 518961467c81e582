package org.ganvas.engine.train;

import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.message.Message;

/** Checks that end a step whose loss or gradient is not finite. */
final class FiniteNumberCheck {

    private FiniteNumberCheck() {}

    /** The same loss. */
    static Tensor requireLoss(Tensor loss, Player network, long step) {
        double value = loss.scalar();
        if (!Double.isFinite(value)) {
            throw new DivergenceException(
                    switch (network) {
                        case GENERATOR -> Message.of("engine.train.generatorLoss");
                        case DISCRIMINATOR -> Message.of("engine.train.discriminatorLoss");
                        case ENCODER -> Message.of("engine.train.encoderLoss");
                    },
                    step,
                    value);
        }
        return loss;
    }

    /**
     * The same statistics. A finite loss can have a gradient that is not. The update has been made when that is found,
     * because checking first would cost a pass over all gradients in every step, so training can go on only from an
     * earlier state.
     */
    static UpdateStatistics requireGradient(UpdateStatistics statistics, Player network, long step) {
        if (!Double.isFinite(statistics.gradientNorm())) {
            throw new DivergenceException(
                    switch (network) {
                        case GENERATOR -> Message.of("engine.train.generatorGradient");
                        case DISCRIMINATOR -> Message.of("engine.train.discriminatorGradient");
                        case ENCODER -> Message.of("engine.train.encoderGradient");
                    },
                    step,
                    statistics.gradientNorm());
        }
        return statistics;
    }
}
