package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.Distance;
import org.ganvas.engine.spec.Objective.Norm;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;

/**
 * Translation between two sets of images without pairs (CycleGAN, Zhu et al. 2017): {@code generator} goes from the first to
 * the second, {@code backGenerator} back, each has a discriminator of its own, and there and back again is to be where one
 * started. Both generators have the layers of the spec's generator, both discriminators those of its discriminator.
 * Immutable, any thread.
 *
 * @param from the first set; {@code a} is a batch of it
 * @param to the second set; {@code b} is a batch of it
 * @param cycleWeight factor of the distance between an image and itself after there and back
 * @param identityWeight factor of the distance between an image and what the generator makes of it that leads to the set
 *     that it is of already; 0 for none
 * @param history generated images that each discriminator is shown again, at most; 0 for none (Shrivastava et al. 2017)
 */
public record UnpairedTranslationSpec(
        DomainSpec from,
        DomainSpec to,
        @AbsentDefault("10") double cycleWeight,
        @AbsentDefault("5") double identityWeight,
        @AbsentDefault("50") int history)
        implements GameSpec {

    /** Name of the generator from the second set to the first. */
    public static final String BACK_GENERATOR = "backGenerator";

    /** Name of the discriminator of the first set. */
    public static final String BACK_DISCRIMINATOR = "backDiscriminator";

    /** Name of the scalar of the distance after there and back. */
    public static final String CYCLE = "cycle";

    /** Name of the scalar of the distance that images of the right set are moved. */
    public static final String IDENTITY = "identity";

    /** More than the published 50 by far; a limit for files. */
    private static final int MOST_HISTORY = 1000;

    public UnpairedTranslationSpec {
        TranslationSpecRules.requireWeight(cycleWeight);
        TranslationSpecRules.requireWeight(identityWeight);
        SpecException.require(
                history >= 0 && history <= MOST_HISTORY, "engine.spec.unpaired.history", MOST_HISTORY, history);
        SpecException.require(!from.equals(to), "engine.spec.unpaired.sameDomain");
    }

    @Override
    public GameSpec structure() {
        return new UnpairedTranslationSpec(from, to, 1, 1, history);
    }

    @Override
    public boolean takesLatents() {
        return false;
    }

    @Override
    public LayerShape generatorInput(ImageShape image, int latents) {
        from.requireFits(image);
        to.requireFits(image);
        return LayerShape.of(image);
    }

    @Override
    public LayerShape discriminatorInput(ImageShape image, LayerShape images, boolean rows) {
        return images;
    }

    @Override
    public void requireFits(Dataset data) {
        from.requireFits(data);
        to.requireFits(data);
    }

    /** The values of one direction: an image, its translation, back again, and what comes of an image of the aim. */
    private record Direction(GameValue start, GameValue aim, String there, String back, String discriminator) {
        GameValue translated() {
            return made(there, start);
        }

        GameValue returned() {
            return made(back, translated());
        }

        private static GameValue made(String player, GameValue of) {
            return new GameValue.Made(player, List.of(of));
        }

        Adversarial adversarial(int history) {
            return new Adversarial(discriminator, aim, translated(), history, 1, 0);
        }

        Objective cycle(double weight) {
            return new Distance(Norm.L1, returned(), start, CYCLE, weight, 0);
        }

        Objective identity(double weight) {
            return new Distance(Norm.L1, made(there, aim), aim, IDENTITY, weight, 0);
        }
    }

    @Override
    public Game expand(GanSpec spec) {
        PlayerSpec generator = PlayerSpec.generator(spec);
        PlayerSpec discriminator = PlayerSpec.discriminator(spec);
        PlayerSpec backGenerator = generator.twin(BACK_GENERATOR);
        PlayerSpec backDiscriminator = discriminator.twin(BACK_DISCRIMINATOR);
        Direction there = new Direction(
                GameValue.FIRST_SET,
                GameValue.SECOND_SET,
                generator.name(),
                backGenerator.name(),
                discriminator.name());
        Direction back = new Direction(
                GameValue.SECOND_SET,
                GameValue.FIRST_SET,
                backGenerator.name(),
                generator.name(),
                backDiscriminator.name());
        List<Objective> objectives = new ArrayList<>();
        List<UpdateSpec> updates = new ArrayList<>();
        for (Direction direction : List.of(there, back)) {
            Adversarial adversarial = direction.adversarial(history);
            updates.add(new UpdateSpec(
                    direction.discriminator(),
                    List.of(direction.discriminator()),
                    List.of(adversarial),
                    spec.training().discriminatorSteps()));
            objectives.add(adversarial);
            objectives.add(direction.cycle(cycleWeight));
            objectives.add(direction.identity(identityWeight));
        }
        updates.add(new UpdateSpec(
                generator.name(),
                List.of(generator.name(), backGenerator.name()),
                objectives.stream().filter(objective -> objective.weight() > 0).toList(),
                spec.training().generatorSteps()));
        return new Game(
                List.of(generator, discriminator, backGenerator, backDiscriminator),
                updates,
                List.of(there.translated(), there.returned()));
    }
}
