package org.ganvas.engine.spec;

/** One term of what an update minimises. Immutable, any thread. */
public sealed interface Objective {

    /**
     * The adversarial objective of a discriminator on generated values beside real ones. The spec's loss says what each side minimises; regularizers
     * act on the discriminator's side.
     *
     * @param discriminator name of the discriminator
     * @param real values that it should take for real
     * @param fake values that it should take for generated
     */
    record Adversarial(String discriminator, GameValue real, GameValue fake) implements Objective {}

    /**
     * The negative lower bound on the log evidence of images (Kingma and Welling 2014): reconstruction plus divergence.
     *
     * @param encoder name of the network from images to means and log variances
     * @param decoder name of the generator
     * @param images what is encoded
     */
    record EvidenceBound(String encoder, String decoder, GameValue images) implements Objective {}
}
