package org.ganvas.engine.spec;

import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;

/**
 * Everything that decides a run except the data and the seed.
 *
 * @param latentDim width of z, which is N(0, I)
 * @param image shape of the pictures made and judged
 * @param classes number of classes where labels are used, else 0
 * @param conditioning how labels enter
 * @param generator from z (and the one-hot label) to a picture
 * @param discriminator from a picture to one logit
 * @param loss the game
 * @param training batch, optimizers, averaging
 */
public record GanSpec(
        int latentDim,
        ImageShape image,
        int classes,
        Conditioning conditioning,
        NetworkSpec generator,
        NetworkSpec discriminator,
        LossSpec loss,
        TrainingSpec training) {

    public GanSpec {
        SpecException.require(latentDim >= 1, "The latent needs at least 1 dimension, not %d.", latentDim);
        SpecException.require(
                conditioning == Conditioning.NONE || classes >= 2,
                "A conditional GAN needs labelled data with at least 2 classes, and this has %d.",
                classes);
        int inputs = latentDim + (conditioning == Conditioning.NONE ? 0 : classes);
        Extent made = generator.output(Extent.row(inputs));
        SpecException.require(
                made.size() == image.size(),
                "The generator makes %d numbers a picture, but %s pictures have %d.",
                made.size(),
                image,
                image.size());
        SpecException.require(
                made.isRow() || made.equals(Extent.of(image)),
                "The generator makes pictures of %s, but those of the data are %s.",
                made,
                Extent.of(image));
        Extent judged = discriminator.output(Extent.of(image));
        SpecException.require(
                judged.size() == 1, "The discriminator must end in one logit, not in %s numbers.", judged);
    }

    /** Width of the generator's input. */
    public int generatorInputs() {
        return latentDim + (conditional() ? classes : 0);
    }

    public boolean conditional() {
        return conditioning != Conditioning.NONE;
    }

    /** Trained numbers of G. */
    public long generatorParameters() {
        return generator.parameterCount(Extent.row(generatorInputs()));
    }

    /** Trained numbers of D, the embedding of the labels included. */
    public long discriminatorParameters() {
        return discriminator.parameterCount(Extent.of(image)) + (conditional() ? (long) classes * featureWidth() : 0);
    }

    /** Width of the features before D's last dense layer. */
    public int featureWidth() {
        return discriminator
                .extents(Extent.of(image))
                .get(discriminator.lastDense())
                .size();
    }

    /**
     * Refuses data that this GAN cannot be trained on.
     *
     * @throws SpecException with one sentence
     */
    public void requireFits(Dataset data) {
        SpecException.require(
                data.shape().equals(image),
                "This preset is made for %s pictures, but those of '%s' are %s; choose another preset or other data.",
                image,
                data.name(),
                data.shape());
        SpecException.require(
                !conditional() || data.classCount() == classes,
                "This preset needs data with labels of %d classes, but '%s' has %s; choose an unconditional preset or other data.",
                classes,
                data.name(),
                data.classCount() == 0 ? "no labels" : data.classCount() + " classes");
    }

    public GanSpec withTraining(TrainingSpec newTraining) {
        return new GanSpec(latentDim, image, classes, conditioning, generator, discriminator, loss, newTraining);
    }
}
