package org.ganvas.engine.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which parts of a game go together; each refusal gives its reason. */
final class SpecRules {

    private SpecRules() {}

    static void check(
            Conditioning conditioning,
            NetworkSpec discriminator,
            LossSpec loss,
            List<Regularizer> regularizers,
            TrainingSpec training) {
        requireOneOfEach(regularizers);
        boolean penalised = has(regularizers, Regularizer.GradientPenalty.class);
        boolean clipped = has(regularizers, Regularizer.WeightClip.class);
        boolean normalised = has(regularizers, Regularizer.SpectralNorm.class);
        SpecException.require(
                !penalised || !discriminator.mixesBatch(),
                "A gradient penalty looks at each picture's gradient alone, but BatchNorm or minibatch deviation in D"
                        + " mixes the pictures of a batch; use LayerNorm or no normalisation in D.");
        SpecException.require(
                !clipped || !penalised,
                "Weight clipping and a gradient penalty both bound D's slope and fight each other; keep one of them.");
        SpecException.require(
                !loss.needsBoundedSlope() || penalised || clipped || normalised,
                "The Wasserstein loss grows without bound unless D's slope is limited; add weight clipping, a gradient"
                        + " penalty or spectral normalisation.");
        SpecException.require(
                loss.hasTargets() || !has(regularizers, Regularizer.LabelSmoothing.class),
                "Label smoothing needs a loss that aims at a target for each label, which this one has not.");
        SpecException.require(
                conditioning == Conditioning.NONE || !has(regularizers, Regularizer.Packing.class),
                "A pack of pictures has no single label, so packing goes with unconditional GANs only.");
        SpecException.require(
                !loss.matchesFeatures() || discriminator.lastDense() > 0,
                "Feature matching compares D's features before its last dense layer, and this D has no layer before"
                        + " it.");
        regularizers.stream()
                .filter(Regularizer.Packing.class::isInstance)
                .map(Regularizer.Packing.class::cast)
                .forEach(pack -> SpecException.require(
                        training.batch() % pack.pictures() == 0,
                        "A batch of %d cannot be divided into packs of %d.",
                        training.batch(),
                        pack.pictures()));
    }

    private static void requireOneOfEach(List<Regularizer> regularizers) {
        Set<Object> seen = new HashSet<>();
        for (Regularizer regularizer : regularizers) {
            SpecException.require(
                    seen.add(kind(regularizer)), "There are two settings for %s; keep one.", regularizer.describe());
        }
    }

    private static Object kind(Regularizer regularizer) {
        return regularizer instanceof Regularizer.GradientPenalty penalty ? penalty.at() : regularizer.getClass();
    }

    /** Whether a game has room for one of the two only. */
    static boolean sameKind(Regularizer one, Regularizer other) {
        return kind(one).equals(kind(other));
    }

    private static boolean has(List<Regularizer> regularizers, Class<? extends Regularizer> kind) {
        return regularizers.stream().anyMatch(kind::isInstance);
    }
}
