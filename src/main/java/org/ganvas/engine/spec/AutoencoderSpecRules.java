package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Rules for the specs of variational autoencoders; each refusal gives its reason. Pure functions, any thread. */
final class AutoencoderSpecRules {

    private AutoencoderSpecRules() {}

    static void check(
            ImageShape image,
            Conditioning conditioning,
            NetworkSpec generator,
            List<Regularizer> regularizers,
            TrainingSpec training,
            LatentPrior prior) {
        SpecException.require(prior == LatentPrior.GAUSSIAN, "engine.spec.autoencoder.prior");
        SpecException.require(!image.isPoint(), "engine.spec.autoencoder.points");
        SpecException.require(
                generator.layers().get(generator.layers().size() - 1) instanceof LayerSpec.Tanh,
                "engine.spec.autoencoder.tanh");
        SpecException.require(
                conditioning == Conditioning.NONE || conditioning == Conditioning.CONCATENATION,
                "engine.spec.autoencoder.labels");
        SpecException.require(
                regularizers.isEmpty(),
                "engine.spec.autoencoder.regularizer",
                regularizers.isEmpty() ? "" : regularizers.get(0).message());
        SpecException.require(
                training.discriminatorSteps() == 1 && training.generatorSteps() == 1,
                "engine.spec.autoencoder.updates");
    }
}
