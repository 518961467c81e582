package org.ganvas.engine.train;

/** Opens one of D's updates to the benchmark. */
public final class CriticStep {

    private CriticStep() {}

    /** Loss and penalty of the update of a step. */
    public static double[] take(GanTrainer trainer, long step) {
        DiscriminatorUpdate.Result result = trainer.updateDiscriminator(step, 0);
        return new double[] {result.loss(), result.penalty()};
    }
}
