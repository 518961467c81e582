package org.ganvas.engine.state;

/**
 * How an update moved one network's weights. Immutable, any thread.
 *
 * @param gradientNorm length of the gradient over all weights, ‖g‖₂
 * @param updateRatio how far the weights went for their size, ‖w' - w‖₂ / ‖w‖₂, limits on them included
 * @param learningRate the optimizer's, with the schedule's factor
 */
public record UpdateStatistics(double gradientNorm, double updateRatio, double learningRate) {

    /** Of a network that was not moved: no numbers. */
    public static final UpdateStatistics NONE = new UpdateStatistics(Double.NaN, Double.NaN, Double.NaN);
}
