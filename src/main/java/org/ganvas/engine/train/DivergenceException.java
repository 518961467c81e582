package org.ganvas.engine.train;

/** A loss is no number any more. Thrown before the step touched any weight of the network concerned. */
public final class DivergenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DivergenceException(String who, long step, double loss) {
        super(
                "Training stopped at step %d because the %s's loss became %s; the run up to there is kept: lower the learning rates and reset, or save what there is."
                        .formatted(step, who, Double.isNaN(loss) ? "not a number" : "infinite"));
    }
}
