package org.ganvas.session.run;

/**
 * The figures of one step.
 *
 * @param discriminatorLoss in nats, summed over the real and the generated term
 * @param generatorLoss in nats
 * @param realScore mean of sigmoid(D(x)) over the real batch, 0 to 1
 * @param fakeScore mean of sigmoid(D(G(z))) over the generated batch as D saw it, 0 to 1
 */
public record StepScores(double discriminatorLoss, double generatorLoss, double realScore, double fakeScore) {

    /** Whether every figure is a finite number. */
    public boolean finite() {
        return Double.isFinite(discriminatorLoss)
                && Double.isFinite(generatorLoss)
                && Double.isFinite(realScore)
                && Double.isFinite(fakeScore);
    }
}
