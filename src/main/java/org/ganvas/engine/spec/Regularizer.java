package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ganvas.message.Message;

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

    /** Name with its figures, as a part of a sentence. */
    Message message();

    /**
     * Every parameter of D is kept within limits after each update (WGAN, Arjovsky 2017).
     *
     * @param limit the greatest magnitude
     */
    record WeightClip(double limit) implements Regularizer {
        public WeightClip {
            SpecException.require(limit > 0, "engine.spec.regularizer.clip.limit", limit);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.clip.name", limit);
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
            SpecException.require(weight >= 0, "engine.spec.regularizer.penalty.weight", weight);
            SpecException.require(center >= 0, "engine.spec.regularizer.penalty.center", center);
            SpecException.require(interval >= 1, "engine.spec.regularizer.penalty.interval", interval);
        }

        @Override
        public Message message() {
            return at.message;
        }
    }

    /** Where a gradient penalty looks. */
    enum Where {
        /** Between a real and a generated picture (WGAN-GP). */
        BETWEEN(Message.of("engine.spec.regularizer.penalty.between")),
        /** Near real pictures (DRAGAN). */
        NEAR_REAL(Message.of("engine.spec.regularizer.penalty.nearReal")),
        /** At real pictures (R1). */
        REAL(Message.of("engine.spec.regularizer.penalty.real")),
        /** At generated pictures (R2). */
        GENERATED(Message.of("engine.spec.regularizer.penalty.generated"));

        private final Message message;

        Where(Message message) {
            this.message = message;
        }
    }

    /** Every weight of D is divided by its greatest singular value (SNGAN, Miyato 2018). */
    record SpectralNorm() implements Regularizer {
        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.spectralNorm.name");
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
                    "engine.spec.regularizer.noise.values",
                    deviation,
                    fadeSteps);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.noise.name");
        }
    }

    /**
     * D judges several pictures at once (PacGAN, Lin 2018), and so sees a lack of variety.
     *
     * @param pictures judged together, at least 2
     */
    record Packing(int pictures) implements Regularizer {
        public Packing {
            SpecException.require(pictures >= 2 && pictures <= 16, "engine.spec.regularizer.packing.size", pictures);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.packing.name", pictures);
        }
    }

    /**
     * One-sided label smoothing (Salimans 2016): real pictures count as real only to this share.
     *
     * @param amount taken off the real label, in [0, 0.5)
     */
    record LabelSmoothing(double amount) implements Regularizer {
        public LabelSmoothing {
            SpecException.require(amount >= 0 && amount < 0.5, "engine.spec.regularizer.smoothing.amount", amount);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.smoothing.name");
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
                    probability >= 0 && probability <= 1, "engine.spec.regularizer.augmentation.probability", probability);
            SpecException.require(target >= 0 && target < 1, "engine.spec.regularizer.augmentation.target", target);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.augmentation.name");
        }
    }
}
