package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.message.Message;

/**
 * Everything that defines a GAN and its training, apart from the data and the seed: what the user edits, what a project
 * stores, what is exported.
 *
 * @param latentDim width of z, at least 1
 * @param image shape of the pictures made and judged
 * @param classes number of classes where G is given one, else 0
 * @param conditioning how labels enter
 * @param codes continuous codes at the end of z that D must find again; 0 unless labels are codes
 * @param generator from z (and the one-hot label) to a picture
 * @param discriminator from a picture to one logit; of an autoencoder, to means and log variances of the latent
 * @param loss the game
 * @param regularizers what keeps it in balance, at most one of each kind and place
 * @param training batch, optimizers, averaging
 */
public record GanSpec(
        int latentDim,
        ImageShape image,
        int classes,
        Conditioning conditioning,
        int codes,
        NetworkSpec generator,
        NetworkSpec discriminator,
        LossSpec loss,
        List<Regularizer> regularizers,
        TrainingSpec training) {

    public GanSpec {
        regularizers = List.copyOf(regularizers);
        SpecException.require(latentDim >= 1, "engine.spec.latent.dimensions", latentDim);
        SpecException.require(
                !conditioning.usesClasses() || classes >= 2,
                "engine.spec.conditioning.classes",
                classes);
        SpecException.require(
                codes >= 0 && codes < latentDim && (codes == 0 || conditioning == Conditioning.INFORMATION),
                "engine.spec.conditioning.codes",
                latentDim,
                codes);
        int inputs = latentDim + (conditioning.usesClasses() ? classes : 0);
        LayerShape made = generator.output(LayerShape.row(inputs));
        SpecException.require(
                made.size() == image.size(),
                "engine.spec.generator.size",
                made.size(),
                image.message(),
                image.size());
        SpecException.require(
                made.isRow() || made.equals(LayerShape.of(image)),
                "engine.spec.generator.shape",
                made,
                LayerShape.of(image));
        SpecRules.check(conditioning, discriminator, loss, regularizers, training);
        SpecException.require(
                !image.isPoint()
                        || find(regularizers, Regularizer.Augmentation.class).isEmpty(),
                "engine.spec.augmentation.points");
        LayerShape judged =
                discriminator.output(discriminatorInput(image, classes, conditioning, discriminator, regularizers));
        if (loss.encodes()) {
            AutoencoderRules.check(image, conditioning, generator, regularizers, training);
        }
        SpecException.require(
                judged.size() == AutoencoderRules.outputs(loss, latentDim),
                loss.encodes() ? "engine.spec.autoencoder.output" : "engine.spec.discriminator.output",
                judged);
    }

    /** A plain game: no codes, no regularizers. */
    public GanSpec(
            int latentDim,
            ImageShape image,
            int classes,
            Conditioning conditioning,
            NetworkSpec generator,
            NetworkSpec discriminator,
            LossSpec loss,
            TrainingSpec training) {
        this(latentDim, image, classes, conditioning, 0, generator, discriminator, loss, List.of(), training);
    }

    /** Width of the generator's input. */
    public int generatorInputs() {
        return latentDim + (conditional() ? classes : 0);
    }

    /** Whether G is given a class. */
    public boolean conditional() {
        return conditioning.usesClasses();
    }

    /** What D's first layer is given: a picture, or a pack of them, with the planes of the label where D sees it so. */
    public LayerShape discriminatorInput() {
        return discriminatorInput(image, classes, conditioning, discriminator, regularizers);
    }

    private static LayerShape discriminatorInput(
            ImageShape image,
            int classes,
            Conditioning conditioning,
            NetworkSpec discriminator,
            List<Regularizer> regularizers) {
        int pack = find(regularizers, Regularizer.Packing.class)
                .map(Regularizer.Packing::pictures)
                .orElse(1);
        LayerShape pictures = new LayerShape(Math.multiplyExact(image.channels(), pack), image.height(), image.width());
        if (conditioning != Conditioning.CONCATENATION) {
            return pictures;
        }
        // A fully connected discriminator sees each class once, a convolutional one in every pixel.
        return discriminator.layers().get(0).takesRows()
                ? LayerShape.row(pictures.size() + classes)
                : new LayerShape(pictures.channels() + classes, image.height(), image.width());
    }

    /** The regularizer of a kind, where there is one; the first of several gradient penalties. */
    public <T extends Regularizer> Optional<T> regularizer(Class<T> kind) {
        return find(regularizers, kind);
    }

    private static <T extends Regularizer> Optional<T> find(List<Regularizer> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Pictures that D judges together. */
    public int pack() {
        return regularizer(Regularizer.Packing.class)
                .map(Regularizer.Packing::pictures)
                .orElse(1);
    }

    /** Trained numbers of G. */
    public long generatorParameters() {
        return generator.parameterCount(LayerShape.row(generatorInputs()));
    }

    /** Trained numbers of D, with the embedding of the labels or the second head. */
    public long discriminatorParameters() {
        long network = discriminator.parameterCount(discriminatorInput());
        if (conditioning == Conditioning.PROJECTION) {
            return network + (long) classes * featureWidth();
        }
        return network + (conditioning.hasHead() ? (featureWidth() + 1L) * headWidth() : 0);
    }

    /** Outputs of D's second head: the classes and the codes. */
    public int headWidth() {
        return conditioning.hasHead() ? classes + codes : 0;
    }

    /** Width of the features before D's last dense layer. */
    public int featureWidth() {
        return discriminator
                .shapes(discriminatorInput())
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
                "engine.spec.data.shape",
                image.message(),
                data.name(),
                data.shape().message());
        SpecException.require(
                !conditioning.usesLabels() || data.classCount() == classes,
                "engine.spec.data.classes",
                classes,
                data.name(),
                data.classCount() == 0
                        ? Message.of("engine.spec.data.noLabels")
                        : Message.of("engine.spec.data.classCount", data.classCount()));
    }

    /** The same with a regularizer in place of the one of its kind (of a gradient penalty: of its place), or added. */
    public GanSpec with(Regularizer regularizer) {
        List<Regularizer> others = new ArrayList<>(regularizers);
        others.replaceAll(one -> SpecRules.sameKind(one, regularizer) ? regularizer : one);
        if (!others.contains(regularizer)) {
            others.add(regularizer);
        }
        return withRegularizers(others);
    }

    public GanSpec withRegularizers(List<Regularizer> others) {
        return new GanSpec(
                latentDim, image, classes, conditioning, codes, generator, discriminator, loss, others, training);
    }

    public GanSpec withTraining(TrainingSpec newTraining) {
        return new GanSpec(
                latentDim,
                image,
                classes,
                conditioning,
                codes,
                generator,
                discriminator,
                loss,
                regularizers,
                newTraining);
    }
}
