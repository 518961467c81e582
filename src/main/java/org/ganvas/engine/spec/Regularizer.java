package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What keeps the game in balance besides its loss. Each combines with any loss that allows it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Regularizer.WeightClip.class, name = "weightClip"),
    @JsonSubTypes.Type(value = Regularizer.GradientPenalty.class, name = "gradientPenalty"),
    @JsonSubTypes.Type(value = Regularizer.SpectralNorm.class, name = "spectralNorm"),
    @JsonSubTypes.Type(value = Regularizer.InstanceNoise.class, name = "instanceNoise"),
    @JsonSubTypes.Type(value = Regularizer.Packing.class, name = "packing"),
    @JsonSubTypes.Type(value = Regularizer.LabelSmoothing.class, name = "labelSmoothing"),
    @JsonSubTypes.Type(value = Regularizer.Augmentation.class, name = "augmentation")
})
public sealed interface Regularizer {

    /** As people write it, for messages. */
    String describe();

    /**
     * Every parameter of D is kept within limits after each update (WGAN, Arjovsky 2017).
     *
     * @param limit the greatest magnitude
     */
    record WeightClip(double limit) implements Regularizer {
        public WeightClip {
            SpecException.require(limit > 0, "Weights are clipped at a positive limit, not at %s.", limit);
        }

        @Override
        public String describe() {
            return "weight clipping at " + limit;
        }
    }

    /**
     * weight · E (‖∇D(x)‖ - center)², added to D's loss.
     *
     * @param at the pictures x
     * @param weight λ of WGAN-GP and DRAGAN; γ/2 of R1 and R2
     * @param center 1 for WGAN-GP and DRAGAN, 0 for R1 and R2
     * @param interval steps between two applications, with the weight multiplied by it (lazy regularisation)
     */
    record GradientPenalty(Where at, double weight, double center, int interval) implements Regularizer {
        public GradientPenalty {
            SpecException.require(weight >= 0, "A penalty's weight is not negative, as %s is.", weight);
            SpecException.require(center >= 0, "A gradient's length cannot be %s.", center);
            SpecException.require(interval >= 1, "A penalty comes every step or more seldom, not every %d.", interval);
        }

        @Override
        public String describe() {
            return "gradient penalty " + at.label;
        }
    }

    /** Where a gradient penalty looks. */
    enum Where {
        /** Between a real and a generated picture (WGAN-GP). */
        BETWEEN("between real and generated pictures (WGAN-GP)"),
        /** Near real pictures (DRAGAN). */
        NEAR_REAL("near real pictures (DRAGAN)"),
        /** At real pictures (R1). */
        REAL("at real pictures (R1)"),
        /** At generated pictures (R2). */
        GENERATED("at generated pictures (R2)");

        private final String label;

        Where(String label) {
            this.label = label;
        }
    }

    /** Every weight of D is divided by its greatest singular value (SNGAN, Miyato 2018). */
    record SpectralNorm() implements Regularizer {
        @Override
        public String describe() {
            return "spectral normalisation";
        }
    }

    /**
     * Gaussian noise on all pictures that D sees, fading out (Sønderby 2016).
     *
     * @param deviation at the start, in units of the data
     * @param fadeSteps steps until it is gone; 0 means that it stays
     */
    record InstanceNoise(double deviation, long fadeSteps) implements Regularizer {
        public InstanceNoise {
            SpecException.require(
                    deviation >= 0 && fadeSteps >= 0,
                    "Noise has a deviation and a duration of at least 0, not %s and %d.",
                    deviation,
                    fadeSteps);
        }

        @Override
        public String describe() {
            return "instance noise";
        }
    }

    /**
     * D judges several pictures at once (PacGAN, Lin 2018), and so sees a lack of variety.
     *
     * @param pictures judged together, at least 2
     */
    record Packing(int pictures) implements Regularizer {
        public Packing {
            SpecException.require(pictures >= 2 && pictures <= 16, "A pack holds 2 to 16 pictures, not %d.", pictures);
        }

        @Override
        public String describe() {
            return "packs of " + pictures;
        }
    }

    /**
     * One-sided label smoothing (Salimans 2016): real pictures count as real only to this share.
     *
     * @param amount taken off the real label, in [0, 0.5)
     */
    record LabelSmoothing(double amount) implements Regularizer {
        public LabelSmoothing {
            SpecException.require(amount >= 0 && amount < 0.5, "Labels are smoothed by 0 to 0.5, not by %s.", amount);
        }

        @Override
        public String describe() {
            return "label smoothing";
        }
    }

    /**
     * Random changes of all pictures that D sees, which gradients pass through (DiffAugment, Zhao 2020).
     *
     * @param translation shift by up to an eighth of the side
     * @param cutout a grey square of half the side
     * @param colour brightness, contrast and, of colour pictures, saturation
     * @param probability share of the pictures that are changed, at the start
     * @param target of E sign(D(x)), by which the probability adapts (ADA, Karras 2020); 0 keeps it fixed
     */
    record Augmentation(boolean translation, boolean cutout, boolean colour, double probability, double target)
            implements Regularizer {
        public Augmentation {
            SpecException.require(
                    probability >= 0 && probability <= 1, "A probability lies in [0, 1], not at %s.", probability);
            SpecException.require(target >= 0 && target < 1, "The target lies in [0, 1), not at %s.", target);
        }

        @Override
        public String describe() {
            return "augmentation";
        }
    }
}
