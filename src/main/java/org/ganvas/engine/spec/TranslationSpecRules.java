package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.TranslationInputs;
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

    /**
     * The images that the data brings beside its own, of the same shape.
     *
     * @param paired whether they must belong to the data's, index by index
     */
    static Dataset requireInputs(Dataset data, boolean paired) {
        TranslationInputs inputs = data.inputs()
                .orElseThrow(() -> new SpecException(Message.of("engine.spec.translation.noPartner", data.name())));
        Dataset images = inputs.images();
        SpecException.require(
                images.shape().equals(data.shape()),
                "engine.spec.translation.partnerShape",
                data.name(),
                data.shape().message(),
                images.shape().message());
        SpecException.require(
                !paired || inputs.paired() && images.size() == data.size(),
                "engine.spec.paired.counts",
                data.name(),
                data.size(),
                images.size());
        return images;
    }

    /** Checks a factor of an objective. */
    static void requireWeight(double weight) {
        SpecException.require(weight >= 0 && weight <= MOST_WEIGHT, "engine.spec.translation.weight", weight);
    }
}
