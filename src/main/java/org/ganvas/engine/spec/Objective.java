package org.ganvas.engine.spec;

import java.util.List;

/** One term of what an update minimises. Immutable, any thread. */
public sealed interface Objective {

    /** Factor in the sum that generators minimise; discriminators minimise the adversarial loss itself. */
    double weight();

    /** Number of steps before the first one in which it counts. */
    long from();

    /** Values that it is a function of. */
    List<GameValue> values();

    /** Whether it counts in a step, from 1. */
    default boolean countsIn(long step) {
        return weight() > 0 && step > from();
    }

    /** Distances between images, as means over all numbers. */
    enum Norm {
        /** Mean absolute difference. */
        L1,
        /** Mean squared difference. */
        L2
    }

    /**
     * The adversarial objective of a discriminator on generated values beside real ones. The spec's loss says what each side minimises; regularizers
     * act on the discriminator's side.
     *
     * @param discriminator name of the discriminator
     * @param real values that it should take for real
     * @param fake values that it should take for generated; like the real ones with something beside or without
     * @param history generated images kept, of which the discriminator sees some in place of new ones; 0 for none
     * @param weight see {@link #weight}
     * @param from see {@link #from}
     */
    record Adversarial(String discriminator, GameValue real, GameValue fake, int history, double weight, long from)
            implements Objective {

        @Override
        public List<GameValue> values() {
            return List.of(real, fake);
        }

        /** The objective of generation: images alone, from the first step on. */
        public Adversarial(String discriminator, GameValue real, GameValue fake) {
            this(discriminator, real, fake, 0, 1, 0);
        }
    }

    /**
     * The adversarial objective of the encoder of real values, which the discriminator should take for generated: that of the
     * generator, mirrored about the logit at which it cannot tell.
     *
     * @param seen what the discriminator sees
     * @param scalar name of its scalar
     * @param weight see {@link #weight}
     * @param from see {@link #from}
     */
    record Encoded(Adversarial seen, String scalar, double weight, long from) implements Objective {
        @Override
        public List<GameValue> values() {
            return seen.values();
        }
    }

    /**
     * Distance between two values.
     *
     * @param norm how it is measured
     * @param value through which gradients pass
     * @param target what the value should be
     * @param scalar name of its scalar; the scalars of objectives of one name are added
     * @param weight see {@link #weight}
     * @param from see {@link #from}
     */
    record Distance(Norm norm, GameValue value, GameValue target, String scalar, double weight, long from)
            implements Objective {
        @Override
        public List<GameValue> values() {
            return List.of(value, target);
        }
    }

    /**
     * Mean absolute difference of a discriminator's features of generated and of real values that belong together.
     *
     * @param seen what the discriminator sees
     * @param scalar name of its scalar
     * @param weight see {@link #weight}
     * @param from see {@link #from}
     */
    record Features(Adversarial seen, String scalar, double weight, long from) implements Objective {
        @Override
        public List<GameValue> values() {
            return seen.values();
        }
    }

    /**
     * Mean squared difference between D's features of two values: of what its last layer with weights is given, for images as
     * they are and with D as in use.
     *
     * @param discriminator name of the discriminator
     * @param value through which gradients pass
     * @param target whose features the value's should have
     * @param scalar name of its scalar
     * @param weight see {@link #weight}
     * @param from see {@link #from}
     */
    record FeatureDistance(
            String discriminator, GameValue value, GameValue target, String scalar, double weight, long from)
            implements Objective {
        @Override
        public List<GameValue> values() {
            return List.of(value, target);
        }
    }

    /**
     * The negative lower bound on the log evidence of images (Kingma and Welling 2014): reconstruction plus divergence.
     *
     * @param encoder name of the network from images to means and log variances
     * @param decoder name of the generator
     * @param images what is encoded
     */
    record EvidenceBound(String encoder, String decoder, GameValue images) implements Objective {
        @Override
        public List<GameValue> values() {
            return List.of(images);
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public long from() {
            return 0;
        }
    }
}
