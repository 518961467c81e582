package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.EvidenceBound;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.training.DataMotionSpec;

/**
 * Generation from latents: G against D (Goodfellow et al. 2014), or G as the decoder of a variational autoencoder (Kingma and
 * Welling 2014) with D's network as the encoder. Immutable, any thread.
 *
 * @param prior distribution of the latents
 * @param motion of the data's distribution; only of 2-D points
 */
public record GenerationSpec(
        @AbsentDefault("\"GAUSSIAN\"") LatentPrior prior,

        @AbsentDefault("{\"kind\":\"STILL\",\"amplitude\":0.5,\"period\":2000,\"phase\":0}")
        DataMotionSpec motion)
        implements GameSpec {

    private static final String GENERATOR = Player.GENERATOR.principal();
    private static final String DISCRIMINATOR = Player.DISCRIMINATOR.principal();

    /** Generation from standard normal latents, of data that stays where it is. */
    public GenerationSpec() {
        this(LatentPrior.GAUSSIAN, DataMotionSpec.STILL);
    }

    @Override
    public Game expand(GanSpec spec) {
        GameValue fake = GameValue.of(GENERATOR + "(z)");
        return new Game(
                List.of(PlayerSpec.generator(spec), PlayerSpec.discriminator(spec)),
                updates(spec, fake),
                List.of(fake));
    }

    private static List<UpdateSpec> updates(GanSpec spec, GameValue fake) {
        GameValue real = GameValue.IMAGES;
        if (spec.loss().encodes()) {
            return List.of(new UpdateSpec(
                    GENERATOR,
                    List.of(GENERATOR, DISCRIMINATOR),
                    List.of(new EvidenceBound(DISCRIMINATOR, GENERATOR, real)),
                    1));
        }
        List<Objective> adversarial = List.of(new Adversarial(DISCRIMINATOR, real, fake));
        return List.of(
                new UpdateSpec(
                        DISCRIMINATOR,
                        List.of(DISCRIMINATOR),
                        adversarial,
                        spec.training().discriminatorSteps()),
                new UpdateSpec(
                        GENERATOR,
                        List.of(GENERATOR),
                        adversarial,
                        spec.training().generatorSteps()));
    }

    @Override
    public GameSpec structure() {
        return new GenerationSpec(prior, DataMotionSpec.STILL);
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
        return images;
    }
}
