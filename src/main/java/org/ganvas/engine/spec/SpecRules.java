package org.ganvas.engine.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Rules for parts of a spec that do not go together; each refusal gives its reason. Pure functions, any thread. */
final class SpecRules {

    private SpecRules() {}

    static void check(
            Conditioning conditioning,
            NetworkSpec discriminator,
            LossSpec loss,
            List<Regularizer> regularizers,
            TrainingSpec training) {
        requireOneOfEach(regularizers);
        boolean penalized = has(regularizers, Regularizer.GradientPenalty.class);
        boolean clipped = has(regularizers, Regularizer.WeightClip.class);
        boolean normalised = has(regularizers, Regularizer.SpectralNorm.class);
        SpecException.require(!penalized || !discriminator.normalisesBatch(), "engine.spec.rules.penaltyAndBatch");
        SpecException.require(!clipped || !penalized, "engine.spec.rules.clipAndPenalty");
        SpecException.require(
                !loss.needsBoundedSlope() || penalized || clipped || normalised, "engine.spec.rules.unboundedCritic");
        SpecException.require(
                loss.hasTargets() || !has(regularizers, Regularizer.LabelSmoothing.class),
                "engine.spec.rules.smoothingWithoutTargets");
        SpecException.require(
                conditioning == Conditioning.NONE || !has(regularizers, Regularizer.Packing.class),
                "engine.spec.rules.packingWithLabels");
        SpecException.require(!loss.matchesFeatures() || discriminator.lastDense() > 0, "engine.spec.rules.noFeatures");
        regularizers.stream()
                .filter(Regularizer.Packing.class::isInstance)
                .map(Regularizer.Packing.class::cast)
                .forEach(pack -> SpecException.require(
                        training.batch() % pack.pictures() == 0,
                        "engine.spec.rules.batchAndPacking",
                        training.batch(),
                        pack.pictures()));
    }

    /** Checks that each path of G's images is that of one style, where their lengths are regularised. */
    static void checkPaths(NetworkSpec generator, List<Regularizer> regularizers) {
        boolean measured = has(regularizers, Regularizer.PathLength.class);
        SpecException.require(!measured || generator.keepsStyle(), "engine.spec.rules.pathLengthWithoutStyle");
        SpecException.require(!measured || !generator.mixesBatch(), "engine.spec.rules.pathLengthAndBatch");
    }

    /** Checks D's output: one logit, or a map of logits where nothing is added to a single one. */
    static void checkLogits(LayerShape output, Conditioning conditioning, LossSpec loss) {
        SpecException.require(output.channels() == 1, "engine.spec.discriminator.output", output);
        SpecException.require(
                output.isRow()
                        || !loss.matchesFeatures()
                                && !conditioning.hasHead()
                                && conditioning != Conditioning.PROJECTION,
                "engine.spec.discriminator.map",
                output);
    }

    private static void requireOneOfEach(List<Regularizer> regularizers) {
        Set<Object> seen = new HashSet<>();
        for (Regularizer regularizer : regularizers) {
            SpecException.require(seen.add(kind(regularizer)), "engine.spec.rules.twice", regularizer.message());
        }
    }

    private static Object kind(Regularizer regularizer) {
        return regularizer instanceof Regularizer.GradientPenalty penalty ? penalty.at() : regularizer.getClass();
    }

    /** Whether a spec can have only one of the two. */
    static boolean sameKind(Regularizer one, Regularizer other) {
        return kind(one).equals(kind(other));
    }

    private static boolean has(List<Regularizer> regularizers, Class<? extends Regularizer> kind) {
        return regularizers.stream().anyMatch(kind::isInstance);
    }
}
