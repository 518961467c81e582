package org.ganvas.engine.train;

/** Access to one of D's updates for benchmarks of other packages. */
public final class CriticStep {

    private CriticStep() {}

    /** Loss and penalty of D's first update of the next step, which it makes. */
    public static double[] take(GameTrainer trainer) {
        DiscriminatorUpdate.Result result = trainer.updateDiscriminator();
        return new double[] {result.loss(), result.penalty()};
    }
}
