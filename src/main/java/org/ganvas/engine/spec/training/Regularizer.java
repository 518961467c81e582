package org.ganvas.engine.spec.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** Stabilisation of the training besides the loss. Immutable, any thread. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Regularizer.WeightClip.class, name = "weightClip"),
    @JsonSubTypes.Type(value = Regularizer.GradientPenalty.class, name = "gradientPenalty"),
    @JsonSubTypes.Type(value = Regularizer.SpectralNorm.class, name = "spectralNorm"),
    @JsonSubTypes.Type(value = Regularizer.InstanceNoise.class, name = "instanceNoise"),
    @JsonSubTypes.Type(value = Regularizer.Packing.class, name = "packing"),
    @JsonSubTypes.Type(value = Regularizer.LabelSmoothing.class, name = "labelSmoothing"),
    @JsonSubTypes.Type(value = Regularizer.Augmentation.class, name = "augmentation"),
    @JsonSubTypes.Type(value = Regularizer.Diffusion.class, name = "diffusion"),
    @JsonSubTypes.Type(value = Regularizer.PathLength.class, name = "pathLength")
})
public sealed interface Regularizer {

    /** Name with its figures, as a part of a sentence. */
    Message message();

    /**
     * Clipping of every parameter of D after each update (WGAN, Arjovsky 2017).
     *
     * @param limit greatest magnitude
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
     * @param at images x
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

    /** Images at which a gradient penalty is taken. */
    enum Where {
        /** Between a real and a generated image (WGAN-GP). */
        BETWEEN(Message.of("engine.spec.regularizer.penalty.between")),
        /** Near real images (DRAGAN). */
        NEAR_REAL(Message.of("engine.spec.regularizer.penalty.nearReal")),
        /** At real images (R1). */
        REAL(Message.of("engine.spec.regularizer.penalty.real")),
        /** At generated images (R2). */
        GENERATED(Message.of("engine.spec.regularizer.penalty.generated"));

        private final Message message;

        Where(Message message) {
            this.message = message;
        }
    }

    /** Division of every weight of D by its greatest singular value (SNGAN, Miyato 2018). */
    record SpectralNorm() implements Regularizer {
        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.spectralNorm.name");
        }
    }

    /**
     * Instance noise: Gaussian noise on all inputs of D, fading out (Sønderby 2016).
     *
     * @param deviation standard deviation at the start, in units of the data
     * @param fadeSteps steps until it is 0; 0 for noise that stays
     */
    record InstanceNoise(double deviation, long fadeSteps) implements Regularizer {
        public InstanceNoise {
            SpecException.require(
                    deviation >= 0 && fadeSteps >= 0, "engine.spec.regularizer.noise.values", deviation, fadeSteps);
        }

        /** Standard deviation in a training step, from 1. */
        public double deviationAt(long step) {
            return fadeSteps == 0 ? deviation : deviation * Math.max(0, 1 - (double) (step - 1) / fadeSteps);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.noise.name");
        }
    }

    /**
     * Several images as one input of D (PacGAN, Lin 2018), so that a lack of variety is visible to D.
     *
     * @param pictures images in one input, 2 to 16
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
     * One-sided label smoothing (Salimans 2016): the target of real images is below 1.
     *
     * @param amount subtracted from the target of real images, in [0, 0.5)
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
     * Random differentiable transforms of all inputs of D (DiffAugment, Zhao 2020).
     *
     * @param translation shift by up to an eighth of the side
     * @param cutout a grey square of half the side
     * @param colour brightness, contrast and, of colour images, saturation
     * @param probability share of the images that are transformed, at the start
     * @param target of E sign(D(x)), by which the probability adapts (ADA, Karras 2020); 0 keeps it fixed
     */
    record Augmentation(boolean translation, boolean cutout, boolean colour, double probability, double target)
            implements Regularizer {
        public Augmentation {
            SpecException.require(
                    probability >= 0 && probability <= 1,
                    "engine.spec.regularizer.augmentation.probability",
                    probability);
            SpecException.require(target >= 0 && target < 1, "engine.spec.regularizer.augmentation.target", target);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.augmentation.name");
        }
    }

    /**
     * Forward diffusion of all inputs of D (Diffusion-GAN, Wang 2022): each image fades by a random number of steps of a
     * noise schedule, from 0 up to a number that adapts to D's overfitting.
     *
     * @param steps greatest number of diffusion steps, 10 to 1,000
     * @param noise σ, standard deviation of the noise of an image that has faded out, in units of the data
     * @param target of E sign(D(x)), by which the number adapts; 0 keeps it at its greatest
     * @param weighted whether more steps are likelier, p(t) ∝ t; uniform otherwise
     */
    record Diffusion(int steps, double noise, double target, boolean weighted) implements Regularizer {

        /** Number of steps that the adaptation starts with. */
        public static final int FIRST_STEPS = 10;

        /** Length of the noise schedule. */
        public static final int MOST_STEPS = 1000;

        public Diffusion {
            SpecException.require(
                    steps >= FIRST_STEPS && steps <= MOST_STEPS, "engine.spec.regularizer.diffusion.steps", steps);
            SpecException.require(noise > 0 && noise <= 1, "engine.spec.regularizer.diffusion.noise", noise);
            SpecException.require(target >= 0 && target < 1, "engine.spec.regularizer.diffusion.target", target);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.diffusion.name");
        }
    }

    /**
     * weight · E (‖Jᵀy‖ - a)², added to G's loss, with J the Jacobian of an image by its style w, y normal with deviation
     * 1 / √pixels, and a the running mean of the lengths ‖Jᵀy‖: a step in w then changes every image as much (path length
     * regularisation, StyleGAN2, Karras et al. 2020).
     *
     * @param weight γ of the paper
     * @param interval updates of G between two applications, with the weight multiplied by it (lazy regularisation)
     */
    record PathLength(double weight, int interval) implements Regularizer {

        /** Decay of the running mean of the lengths. */
        public static final double DECAY = 0.99;

        /** Samples of a batch for each whose length is measured. */
        public static final int SHARE = 2;

        /** Name of the scalar of the mean length. */
        public static final String LENGTH = "pathLength";

        public PathLength {
            SpecException.require(weight >= 0, "engine.spec.regularizer.penalty.weight", weight);
            SpecException.require(interval >= 1, "engine.spec.regularizer.penalty.interval", interval);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.regularizer.pathLength.name");
        }
    }
}
