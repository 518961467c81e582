package org.ganvas.engine.spec;

/**
 * Which game is played. Formulas and equilibrium values are the loss's own ({@code engine.loss.GanLoss}); here only the
 * choice, so that it can be stored and shown.
 */
public enum LossSpec {
    /** Goodfellow 2014: D minimises E s(-r) + E s(f), G minimises E s(-f), where s is softplus. */
    NON_SATURATING(2 * Math.log(2), Math.log(2)),
    /** Goodfellow 2014, the game of the theory: G minimises -E s(f), and its gradient vanishes when D wins. */
    MINIMAX(2 * Math.log(2), -Math.log(2));

    private final double discriminatorEquilibrium;
    private final double generatorEquilibrium;

    LossSpec(double discriminatorEquilibrium, double generatorEquilibrium) {
        this.discriminatorEquilibrium = discriminatorEquilibrium;
        this.generatorEquilibrium = generatorEquilibrium;
    }

    /** D's loss in nats where the generated distribution equals the real one and D is at its best. */
    public double discriminatorEquilibrium() {
        return discriminatorEquilibrium;
    }

    /** G's loss in nats at the same point. */
    public double generatorEquilibrium() {
        return generatorEquilibrium;
    }
}
