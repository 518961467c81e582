package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.message.Message;

/** Rules for the specs of translations of images; each refusal gives its reason. Pure functions, any thread. */
final class TranslationSpecRules {

    /** Largest factor of an objective; a limit for files. */
    private static final double MOST_WEIGHT = 1e6;

    private TranslationSpecRules() {}

    static void check(
            ImageShape image, int classes, Conditioning conditioning, LossSpec loss, List<Regularizer> regularizers) {
        SpecException.require(!image.isPoint(), "engine.spec.translation.points");
        SpecException.require(classes == 0 && conditioning == Conditioning.NONE, "engine.spec.translation.labels");
        SpecException.require(!loss.encodes(), "engine.spec.translation.autoencoder");
        for (Regularizer regularizer : regularizers) {
            SpecException.require(
                    !(regularizer instanceof Regularizer.Packing) && !(regularizer instanceof Regularizer.Augmentation),
                    "engine.spec.translation.regularizer",
                    regularizer.message());
        }
    }

    /** The second set of images that the data brings, of its shape. */
    static Dataset requirePartner(Dataset data) {
        Dataset partner = data.partner()
                .orElseThrow(() -> new SpecException(Message.of("engine.spec.translation.noPartner", data.name())));
        SpecException.require(
                partner.shape().equals(data.shape()),
                "engine.spec.translation.partnerShape",
                data.name(),
                data.shape().message(),
                partner.shape().message());
        return partner;
    }

    /** Checks a factor of an objective. */
    static void requireWeight(double weight) {
        SpecException.require(weight >= 0 && weight <= MOST_WEIGHT, "engine.spec.translation.weight", weight);
    }
}
