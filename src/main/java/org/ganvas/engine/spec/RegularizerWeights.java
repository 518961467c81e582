package org.ganvas.engine.spec;

/** How strongly the regularizers of a spec act that are set by one number; 0 where it has none. Any thread. */
public final class RegularizerWeights {

    private RegularizerWeights() {}

    /** Weight of the (first) gradient penalty. */
    public static double penalty(GanSpec spec) {
        return spec.regularizer(Regularizer.GradientPenalty.class)
                .map(Regularizer.GradientPenalty::weight)
                .orElse(0.0);
    }

    /** Where the weights of D are cut off. */
    public static double clip(GanSpec spec) {
        return spec.regularizer(Regularizer.WeightClip.class)
                .map(Regularizer.WeightClip::limit)
                .orElse(0.0);
    }

    /** Standard deviation of the noise on what D sees. */
    public static double noise(GanSpec spec) {
        return spec.regularizer(Regularizer.InstanceNoise.class)
                .map(Regularizer.InstanceNoise::deviation)
                .orElse(0.0);
    }

    /** How far the targets of real pictures are below 1. */
    public static double smoothing(GanSpec spec) {
        return spec.regularizer(Regularizer.LabelSmoothing.class)
                .map(Regularizer.LabelSmoothing::amount)
                .orElse(0.0);
    }

    /** Probability with which what D sees is changed. */
    public static double augmentation(GanSpec spec) {
        return spec.regularizer(Regularizer.Augmentation.class)
                .map(Regularizer.Augmentation::probability)
                .orElse(0.0);
    }
}
