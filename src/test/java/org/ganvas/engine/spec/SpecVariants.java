package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;

/** Specs that differ from another in one choice. */
public final class SpecVariants {

    private static final double CLIPPED = 0.5;

    private SpecVariants() {}

    /** The spec with another loss, and with D's weights clipped where the loss needs a D of bounded slope. */
    public static GanSpec withLoss(GanSpec spec, LossSpec loss) {
        return new GanSpec(
                spec.latentDim(),
                spec.image(),
                spec.classes(),
                spec.conditioning(),
                spec.codes(),
                spec.generator(),
                spec.discriminator(),
                loss,
                loss.needsBoundedSlope() ? List.of(new Regularizer.WeightClip(CLIPPED)) : spec.regularizers(),
                spec.training());
    }
}
