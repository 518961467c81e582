package org.ganvas.engine.train;

import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.spec.training.LossSpec;

/** Access to the norm of G's gradient for programs of other packages. */
public final class GeneratorGradients {

    private GeneratorGradients() {}

    public static double norm(GameTrainer trainer, LossSpec loss) {
        return trainer.generatorGradientNorm(GanLoss.of(loss));
    }
}
