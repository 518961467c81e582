package org.ganvas.engine.train;

import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.spec.LossSpec;

/** Opens the length of G's gradient to the proofs. */
public final class GeneratorGradients {

    private GeneratorGradients() {}

    public static double length(GanTrainer trainer, LossSpec loss) {
        return trainer.generatorGradientNorm(GanLoss.of(loss));
    }
}
