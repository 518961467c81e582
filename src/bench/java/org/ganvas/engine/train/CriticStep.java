package org.ganvas.engine.train;

/** Access to one of D's updates for benchmarks of other packages. */
public final class CriticStep {

    private CriticStep() {}

    /** Loss and penalty of D's first update of a step, which it makes. */
    public static double[] take(GanTrainer trainer, long step) {
        DiscriminatorUpdate.Result result = trainer.updateDiscriminator(step, 0);
        return new double[] {result.loss(), result.penalty()};
    }
}
