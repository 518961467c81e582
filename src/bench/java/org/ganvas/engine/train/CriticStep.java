package org.ganvas.engine.train;

/** Access of the benchmark to a single update of D. */
public final class CriticStep {

    private CriticStep() {}

    /** Loss and penalty of the update of a step. */
    public static double[] take(GanTrainer trainer, long step) {
        DiscriminatorUpdate.Result result = trainer.discriminate(step, 0);
        return new double[] {result.loss(), result.penalty()};
    }
}
