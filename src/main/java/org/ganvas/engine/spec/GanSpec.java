package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.MovedPoints;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.message.Message;

/**
 * Definition of a GAN and its training without the data and the seed: what users edit, projects store and exports
 * contain. Immutable, any thread.
 *
 * @param latentDim width of z, at least 1; 0 where G takes no latents
 * @param image shape of the generated images
 * @param classes number of classes where G has a class input, else 0
 * @param conditioning how labels are used
 * @param codes continuous codes at the end of z that D predicts; 0 unless the conditioning is that of InfoGAN
 * @param generator network from z (and the one-hot label), or from what a translation gives it, to an image
 * @param discriminator network from an image to one logit or to a map with a logit for each patch (PatchGAN, Isola et al.
 *     2017); of an autoencoder, to means and log variances of the latent
 * @param loss objective of both networks
 * @param regularizers at most one of each class; of gradient penalties, one at each place
 * @param training batch size, optimizers, weight average
 * @param game which networks are trained on what
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
        TrainingSpec training,
        @AbsentDefault("{\"type\":\"generation\"}") GameSpec game) {

    public GanSpec {
        regularizers = List.copyOf(regularizers);
        SpecException.require(latentDim >= 1 || !game.takesLatents(), "engine.spec.latent.dimensions", latentDim);
        SpecException.require(latentDim == 0 || game.takesLatents(), "engine.spec.latent.unused", latentDim);
        SpecException.require(!conditioning.usesClasses() || classes >= 2, "engine.spec.conditioning.classes", classes);
        SpecException.require(
                codes >= 0
                        && (codes == 0 || codes < latentDim)
                        && (codes == 0 || conditioning == Conditioning.INFORMATION),
                "engine.spec.conditioning.codes",
                latentDim,
                codes);
        SpecException.require(
                game.takesLatents() && !loss.encodes() || !training.growth().grows(), "engine.spec.growth.game");
        if (!game.takesLatents()) {
            TranslationSpecRules.check(image, classes, conditioning, loss, regularizers);
        }
        int latents = latentDim + (conditioning.usesClasses() ? classes : 0);
        LayerShape generated = generator.output(game.generatorInput(image, latents));
        SpecException.require(
                generated.size() == image.size(),
                "engine.spec.generator.size",
                generated.size(),
                image.message(),
                image.size());
        SpecException.require(
                generated.isRow() || generated.equals(LayerShape.of(image)),
                "engine.spec.generator.shape",
                generated,
                LayerShape.of(image));
        SpecRules.check(conditioning, discriminator, loss, regularizers, training);
        SpecRules.checkPaths(generator, regularizers);
        SpecException.require(
                !image.isPoint()
                        || find(regularizers, Regularizer.Augmentation.class).isEmpty()
                                && find(regularizers, Regularizer.Diffusion.class)
                                        .isEmpty(),
                "engine.spec.augmentation.points");
        SpecException.require(
                image.isPoint() || game.motion().kind() == DataMotionSpec.Kind.STILL, "engine.spec.motion.images");
        SpecException.require(
                !discriminator.hasStyles() && (!generator.hasStyles() || game.takesLatents() && !loss.encodes()),
                "engine.spec.style.place");
        LayerShape output = discriminator.output(
                discriminatorInput(image, classes, conditioning, discriminator, regularizers, game));
        if (game instanceof EncodingSpec encoding) {
            encoding.check(image, latentDim, conditioning, loss, regularizers);
        }
        if (loss.encodes()) {
            AutoencoderSpecRules.check(image, conditioning, generator, regularizers, training, game.prior());
            SpecException.require(output.size() == 2L * latentDim, "engine.spec.autoencoder.output", output);
        } else {
            SpecRules.checkLogits(output, conditioning, loss);
        }
    }

    /** A GAN that generates from latents. */
    public GanSpec(
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
        this(
                latentDim,
                image,
                classes,
                conditioning,
                codes,
                generator,
                discriminator,
                loss,
                regularizers,
                training,
                new GenerationSpec());
    }

    /** A GAN without codes and regularizers. */
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

    /** Width of the latent with the one-hot label behind it; 0 where G takes no latents. */
    public int generatorInputs() {
        return latentDim + (conditional() ? classes : 0);
    }

    /** Input of G's first layer. */
    public LayerShape generatorInput() {
        return game.generatorInput(image, generatorInputs());
    }

    /** Numbers that G is given to make one image: a latent without its class, or the input of a translation. */
    public int givenWidth() {
        return game.takesLatents() ? latentDim : (int) generatorInput().size();
    }

    /** Whether G has a class input. */
    public boolean conditional() {
        return conditioning.usesClasses();
    }

    /**
     * Input of D's first layer: an image or a pack of images, with channels of the label or of what a translation is given
     * where D takes them that way.
     */
    public LayerShape discriminatorInput() {
        return discriminatorInput(image, classes, conditioning, discriminator, regularizers, game);
    }

    private static LayerShape discriminatorInput(
            ImageShape image,
            int classes,
            Conditioning conditioning,
            NetworkSpec discriminator,
            List<Regularizer> regularizers,
            GameSpec game) {
        // A dense layer takes a class or a latent once, a convolution in every pixel.
        boolean rows = discriminator.layers().get(0).takesRows();
        int pack = find(regularizers, Regularizer.Packing.class)
                .map(Regularizer.Packing::pictures)
                .orElse(1);
        LayerShape images = new LayerShape(Math.multiplyExact(image.channels(), pack), image.height(), image.width());
        if (conditioning != Conditioning.CONCATENATION) {
            return game.discriminatorInput(image, images, rows);
        }
        LayerShape labelled = rows
                ? LayerShape.row(images.size() + classes)
                : new LayerShape(images.channels() + classes, image.height(), image.width());
        return game.discriminatorInput(image, labelled, rows);
    }

    /** The regularizer of a class if there is one; the first of several gradient penalties. */
    public <T extends Regularizer> Optional<T> regularizer(Class<T> kind) {
        return find(regularizers, kind);
    }

    private static <T extends Regularizer> Optional<T> find(List<Regularizer> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Number of images that are one input of D. */
    public int pack() {
        return regularizer(Regularizer.Packing.class)
                .map(Regularizer.Packing::pictures)
                .orElse(1);
    }

    /** Number of stages of growth beside the coarsest; 0 where the networks do not grow. */
    public int stages() {
        return Math.max(generator.stages(), discriminator.stages());
    }

    /**
     * Number of stages that have come in at a step, with the share of the one that fades in.
     *
     * @param step counted from 1; 0 before the first
     */
    public double growthAt(long step) {
        return training.growth().grows() ? training.growth().at(step, stages()) : LayerLiveness.GROWN;
    }

    /** Number of trained parameters of G. */
    public long generatorParameters() {
        return generator.parameterCount(generatorInput());
    }

    /** Number of trained parameters of D, with the label embedding or the second head. */
    public long discriminatorParameters() {
        long network = discriminator.parameterCount(discriminatorInput());
        if (conditioning == Conditioning.PROJECTION) {
            return network + (long) classes * featureWidth();
        }
        return network + (conditioning.hasHead() ? (featureWidth() + 1L) * headWidth() : 0);
    }

    /** Number of outputs of D's second head: classes and codes. */
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
     * Checks that this GAN can be trained on data.
     *
     * @throws SpecException if it cannot
     */
    public void requireFits(Dataset data) {
        SpecException.require(
                data.shape().equals(image),
                "engine.spec.data.shape",
                samples(image),
                data.name(),
                samples(data.shape()));
        SpecException.require(
                !conditioning.usesLabels() || data.classCount() == classes,
                "engine.spec.data.classes",
                classes,
                data.name(),
                data.classCount() == 0
                        ? Message.of("engine.spec.data.noLabels")
                        : Message.of("engine.spec.data.classCount", data.classCount()));
        game.requireFits(data);
    }

    /** The data of a run as it is in a step, counted from 1; 0 before the first. */
    public Dataset dataAt(Dataset data, long step) {
        return MovedPoints.of(data, game.motion().at(step));
    }

    private static Message samples(ImageShape shape) {
        return shape.isPoint() ? shape.message() : Message.of("engine.spec.data.images", shape.message());
    }

    /** The spec with a regularizer that replaces the one of its class (of a gradient penalty: of its place) or is added. */
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
                latentDim, image, classes, conditioning, codes, generator, discriminator, loss, others, training, game);
    }

    /**
     * The spec for data with labels or without: a projection discriminator and a class input of G where there are at least
     * two classes, else neither. The layers stay; a translation, and a GAN with an encoder, uses no labels and stays as it is.
     *
     * @param dataClasses number of classes of the data; 0 where there are no labels
     */
    public GanSpec withLabels(int dataClasses) {
        if (!game.takesLatents() || game instanceof EncodingSpec) {
            return this;
        }
        boolean labelled = dataClasses >= 2;
        return new GanSpec(
                latentDim,
                image,
                labelled ? dataClasses : 0,
                labelled ? Conditioning.PROJECTION : Conditioning.NONE,
                0,
                generator,
                discriminator,
                loss,
                regularizers,
                training,
                game);
    }

    /** The same networks and losses in another game. */
    public GanSpec withGame(GameSpec newGame) {
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
                training,
                newGame);
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
                newTraining,
                game);
    }
}
