package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.Distance;
import org.ganvas.engine.spec.Objective.Encoded;
import org.ganvas.engine.spec.Objective.FeatureDistance;
import org.ganvas.engine.spec.Objective.Norm;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.Where;

/**
 * Generation from latents with an encoder beside it, from images to the latents that G makes them of. Beside the game, G and
 * D play as without it: the encoder learns through both as they are in use, and moves neither (f-AnoGAN, Schlegl et al. 2019,
 * its objective izi_f). In the game, D sees images with their latents, generated ones with those that they were made of and
 * real ones with those of the encoder, which learns with G (BiGAN, Donahue et al. 2017; ALI, Dumoulin et al. 2017).
 * Immutable, any thread.
 *
 * @param encoder network from an image to a latent
 * @param encoderOptimizer of the encoder's weights
 * @param encoderFeatureWeight factor of the distance of D's features from those of the image, beside that of the pixels; of
 *     an encoder in the game in the anomaly score alone
 * @param encoderFrom steps before the first one in which the encoder is trained; 0 for one in the game
 * @param normal images of the data that all networks learn: all, or those of one class, beside which the others are anomalies
 * @param joint whether the encoder is in the game
 */
public record EncodingSpec(
        NetworkSpec encoder,
        OptimizerSpec encoderOptimizer,
        @AbsentDefault("1") double encoderFeatureWeight,
        @AbsentDefault("0") long encoderFrom,
        @AbsentDefault("{\"type\":\"whole\"}") DomainSpec normal,
        @AbsentDefault("false") boolean joint)
        implements GameSpec {

    /** Name of the scalar of the distance between images and those made of their latents. */
    public static final String RESIDUAL = "encoder";

    /** Name of the scalar of the distance between D's features of both. */
    public static final String FEATURE_RESIDUAL = "encoderFeatures";

    /** Name of the scalar of the adversarial loss of an encoder in the game. */
    public static final String ADVERSARIAL = "encoderAdversarial";

    public EncodingSpec {
        TranslationSpecRules.requireWeight(encoderFeatureWeight);
        SpecException.require(encoderFrom >= 0, "engine.spec.encoding.from", encoderFrom);
        SpecException.require(!joint || encoderFrom == 0, "engine.spec.encoding.jointFrom");
        SpecException.require(
                normal instanceof DomainSpec.Whole || normal instanceof DomainSpec.OfClass,
                "engine.spec.encoding.normal");
        SpecException.require(!encoder.hasStyles() && encoder.stages() == 0, "engine.spec.encoding.layers");
    }

    /** Name of the encoder. */
    public static String encoderName() {
        return Player.ENCODER.principal();
    }

    /** An encoder beside the game. */
    public EncodingSpec(
            NetworkSpec encoder,
            OptimizerSpec encoderOptimizer,
            double encoderFeatureWeight,
            long encoderFrom,
            DomainSpec normal) {
        this(encoder, encoderOptimizer, encoderFeatureWeight, encoderFrom, normal, false);
    }

    /** Whether a game has an encoder that D sees the latents of. */
    public static boolean isJoint(GameSpec game) {
        return game instanceof EncodingSpec encoding && encoding.joint();
    }

    /** The same game with other images as the normal ones. */
    public EncodingSpec withNormal(DomainSpec other) {
        return new EncodingSpec(encoder, encoderOptimizer, encoderFeatureWeight, encoderFrom, other, joint);
    }

    @Override
    public void requireFits(Dataset data) {
        normal.requireFits(data);
    }

    /** What G makes of the latents of a batch of images. */
    static GameValue reconstruction(GameValue images) {
        GameValue latents = new GameValue.Made(encoderName(), List.of(images));
        return new GameValue.Made(Player.GENERATOR.principal(), List.of(latents));
    }

    /** Checks what the rest of a spec must be for it. */
    void check(
            ImageShape image, int latentDim, Conditioning conditioning, LossSpec loss, List<Regularizer> regularizers) {
        SpecException.require(!image.isPoint(), "engine.spec.encoding.points");
        SpecException.require(conditioning == Conditioning.NONE, "engine.spec.encoding.labels");
        SpecException.require(!loss.encodes(), "engine.spec.encoding.autoencoder");
        SpecException.require(
                regularizers.stream().noneMatch(Regularizer.Packing.class::isInstance), "engine.spec.encoding.packing");
        LayerShape latents = encoder.output(LayerShape.of(image));
        SpecException.require(latents.size() == latentDim, "engine.spec.encoding.output", latents, latentDim);
        if (joint) {
            checkJoint(image, loss, regularizers);
        }
    }

    private static void checkJoint(ImageShape image, LossSpec loss, List<Regularizer> regularizers) {
        SpecException.require(!loss.paired() && !loss.matchesFeatures(), "engine.spec.encoding.jointLoss");
        SpecException.require(image.height() == image.width(), "engine.spec.encoding.jointSquare");
        SpecException.require(
                regularizers.stream()
                        .allMatch(one -> !(one instanceof Regularizer.GradientPenalty penalty)
                                || penalty.at() == Where.REAL
                                || penalty.at() == Where.GENERATED),
                "engine.spec.encoding.jointPenalty");
    }

    @Override
    public Game expand(GanSpec spec) {
        Game game = new GenerationSpec().expand(spec);
        LayerShape input = LayerShape.of(spec.image());
        PlayerSpec player = new PlayerSpec(
                encoderName(), Player.ENCODER, encoder, input, encoder.parameterCount(input), encoderOptimizer, 0, 0);
        List<PlayerSpec> players = new ArrayList<>(game.players());
        players.add(player);
        if (joint) {
            return new Game(players, jointUpdates(spec, game.shown().get(0)), game.shown());
        }
        List<UpdateSpec> updates = new ArrayList<>(game.updates());
        updates.add(new UpdateSpec(encoderName(), List.of(encoderName()), objectives(), 1));
        return new Game(players, updates, game.shown());
    }

    /** D against G and the encoder, which are updated together. */
    private static List<UpdateSpec> jointUpdates(GanSpec spec, GameValue fake) {
        String discriminator = Player.DISCRIMINATOR.principal();
        String generator = Player.GENERATOR.principal();
        GameValue latents = new GameValue.Made(encoderName(), List.of(GameValue.IMAGES));
        Adversarial adversarial = new Adversarial(
                discriminator,
                new GameValue.Joined(GameValue.IMAGES, latents),
                new GameValue.Joined(fake, GameValue.LATENTS));
        return List.of(
                new UpdateSpec(
                        discriminator,
                        List.of(discriminator),
                        List.of(adversarial),
                        spec.training().discriminatorSteps()),
                new UpdateSpec(
                        generator,
                        List.of(generator, encoderName()),
                        List.of(adversarial, new Encoded(adversarial, ADVERSARIAL, 1, 0)),
                        spec.training().generatorSteps()));
    }

    private List<Objective> objectives() {
        GameValue images = GameValue.IMAGES;
        GameValue back = reconstruction(images);
        List<Objective> objectives = new ArrayList<>();
        objectives.add(new Distance(Norm.L2, back, images, RESIDUAL, 1, encoderFrom));
        if (encoderFeatureWeight > 0) {
            objectives.add(new FeatureDistance(
                    Player.DISCRIMINATOR.principal(),
                    back,
                    images,
                    FEATURE_RESIDUAL,
                    encoderFeatureWeight,
                    encoderFrom));
        }
        return objectives;
    }

    /** What no setting sets. */
    @Override
    public GameSpec structure() {
        List<LayerSpec> layers = encoder.layers();
        return new EncodingSpec(
                new NetworkSpec(InitSpec.PYTORCH, layers), OptimizerSpec.sgd(1, 0), 1, 0, normal, joint);
    }

    @Override
    public boolean takesLatents() {
        return true;
    }

    @Override
    public LayerShape generatorInput(ImageShape image, int latents) {
        return LayerShape.row(latents);
    }

    @Override
    public LayerShape discriminatorInput(ImageShape image, LayerShape images, boolean rows) {
        if (!joint) {
            return images;
        }
        int latents = encoder.output(LayerShape.of(image)).size();
        return rows
                ? LayerShape.row(images.size() + latents)
                : new LayerShape(images.channels() + latents, images.height(), images.width());
    }
}
