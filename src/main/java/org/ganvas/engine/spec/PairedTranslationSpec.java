package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.Distance;
import org.ganvas.engine.spec.Objective.Features;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;

/**
 * Translation that is learned from pairs (pix2pix, Isola et al. 2017): G makes the image of its condition, close to the true
 * one, and such that D takes it for real. Super-resolution (SRGAN, Ledig et al. 2017), inpainting and colouring are of this
 * kind. Immutable, any thread.
 *
 * @param condition what G is given
 * @param conditionedDiscriminator whether D sees the condition beside the image
 * @param norm how the distance from the true image is measured
 * @param contentWeight factor of that distance in G's objective
 * @param adversarialWeight factor of the adversarial term in G's objective; 0 for content alone, and D rests
 * @param adversarialFrom steps in which G learns the content alone, and D rests
 * @param featureWeight factor of the mean distance of D's features (Wang et al. 2018, pix2pixHD) in G's objective
 */
public record PairedTranslationSpec(
        ConditionSpec condition,
        @AbsentDefault("true") boolean conditionedDiscriminator,
        @AbsentDefault("\"L1\"") Objective.Norm norm,
        @AbsentDefault("100") double contentWeight,
        @AbsentDefault("1") double adversarialWeight,
        @AbsentDefault("0") long adversarialFrom,
        @AbsentDefault("0") double featureWeight)
        implements GameSpec {

    /** Name of the scalar of the distance from the true image. */
    public static final String CONTENT = "content";

    /** Name of the scalar of the distance of D's features. */
    public static final String FEATURES = "features";

    public PairedTranslationSpec {
        TranslationSpecRules.requireWeight(contentWeight);
        TranslationSpecRules.requireWeight(adversarialWeight);
        TranslationSpecRules.requireWeight(featureWeight);
        SpecException.require(
                contentWeight > 0 || adversarialWeight > 0 && adversarialFrom == 0, "engine.spec.paired.noObjective");
        SpecException.require(adversarialFrom >= 0, "engine.spec.paired.from", adversarialFrom);
        SpecException.require(featureWeight == 0 || adversarialWeight > 0, "engine.spec.paired.features");
    }

    @Override
    public GameSpec structure() {
        return new PairedTranslationSpec(condition, conditionedDiscriminator, Objective.Norm.L1, 1, 1, 0, 0);
    }

    @Override
    public boolean takesLatents() {
        return false;
    }

    @Override
    public LayerShape generatorInput(ImageShape image, int latents) {
        return condition.shape(image);
    }

    @Override
    public LayerShape discriminatorInput(ImageShape image, LayerShape images, boolean rows) {
        return conditionedDiscriminator
                ? new LayerShape(images.channels() + condition.shape(image).channels(), images.height(), images.width())
                : images;
    }

    @Override
    public void requireFits(Dataset data) {
        if (!condition.ofImage()) {
            TranslationSpecRules.requireInputs(data, true);
        }
    }

    @Override
    public Game expand(GanSpec spec) {
        PlayerSpec generator = PlayerSpec.generator(spec);
        PlayerSpec discriminator = PlayerSpec.discriminator(spec);
        GameValue made = new GameValue.Made(generator.name(), List.of(GameValue.CONDITION));
        GameValue fake = condition.masks() ? new GameValue.Pasted(made, GameValue.CONDITION) : made;
        Adversarial adversarial = new Adversarial(
                discriminator.name(), seen(GameValue.IMAGES), seen(fake), 0, adversarialWeight, adversarialFrom);
        List<Objective> objectives = new ArrayList<>();
        objectives.add(new Distance(norm, fake, GameValue.IMAGES, CONTENT, contentWeight, 0));
        objectives.add(adversarial);
        objectives.add(new Features(adversarial, FEATURES, featureWeight, adversarialFrom));
        return new Game(
                List.of(generator, discriminator),
                List.of(
                        new UpdateSpec(
                                discriminator.name(),
                                List.of(discriminator.name()),
                                List.of(adversarial),
                                spec.training().discriminatorSteps()),
                        new UpdateSpec(
                                generator.name(),
                                List.of(generator.name()),
                                objectives.stream()
                                        .filter(objective -> objective.weight() > 0)
                                        .toList(),
                                spec.training().generatorSteps())),
                List.of(fake));
    }

    /** An image as the discriminator sees it. */
    private GameValue seen(GameValue image) {
        return conditionedDiscriminator ? new GameValue.Joined(image, GameValue.CONDITION) : image;
    }
}
