package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.ImageShape;

/** What a variational autoencoder needs of the parts it shares with games; each refusal gives its reason. */
final class AutoencoderRules {

    private AutoencoderRules() {}

    static void check(
            ImageShape image,
            Conditioning conditioning,
            NetworkSpec generator,
            List<Regularizer> regularizers,
            TrainingSpec training) {
        SpecException.require(
                !image.isPoint(),
                "The autoencoder measures each pixel as a share of ink; points of the plane have none, so train it on"
                        + " pictures.");
        SpecException.require(
                generator.layers().get(generator.layers().size() - 1) instanceof LayerSpec.Tanh,
                "The autoencoder reads the generator's last tanh as a share of ink; end the generator in a tanh.");
        SpecException.require(
                conditioning == Conditioning.NONE || conditioning == Conditioning.CONCATENATION,
                "The encoder of an autoencoder judges nothing; give it no labels or the label beside the picture.");
        SpecException.require(
                regularizers.isEmpty(),
                "An autoencoder has no discriminator that %s could act on; take it away.",
                regularizers.isEmpty() ? "" : regularizers.get(0).describe());
        SpecException.require(
                training.discriminatorSteps() == 1 && training.generatorSteps() == 1,
                "An autoencoder moves both networks by one loss, so a step has 1 update of each.");
    }

    /** Numbers that the second network ends in: a logit, or a mean and a log variance for each latent dimension. */
    static int answers(LossSpec loss, int latentDim) {
        return loss.encodes() ? Math.multiplyExact(2, latentDim) : 1;
    }
}
