package org.ganvas.engine.state;

/**
 * Size of one update of a network's weights. Immutable, any thread.
 *
 * @param gradientNorm norm of the gradient over all weights, ‖g‖₂
 * @param updateRatio relative change of the weights, ‖w' - w‖₂ / ‖w‖₂, limits on them included
 * @param learningRate the optimizer's, with the schedule's factor
 */
public record UpdateStatistics(double gradientNorm, double updateRatio, double learningRate) {

    /** Of a network that was not updated: all NaN. */
    public static final UpdateStatistics NONE = new UpdateStatistics(Double.NaN, Double.NaN, Double.NaN);
}
