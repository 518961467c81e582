package org.ganvas.session.run;

/**
 * How one update moved a network's weights; all not a number where it was not moved. Immutable, any thread.
 *
 * @param gradientNorm length of the gradient over all weights
 * @param updateRatio how far the weights went, as a share of their own length
 * @param learningRate the optimizer's, with the schedule's factor
 */
public record WeightMove(double gradientNorm, double updateRatio, double learningRate) {

    public static final WeightMove NONE = new WeightMove(Double.NaN, Double.NaN, Double.NaN);
}
