package org.ganvas.session.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Fixes that a run can apply while it continues. Names are parts of text keys. Pure functions, any thread. */
public enum LiveFix {
    /** A fifth of both learning rates. */
    SLOWER(spec -> rates(spec, 0.2, 0.2)),
    /** Ten times both learning rates, where both are very low. */
    FASTER(LiveFix::faster),
    /** A fifth of G's learning rate. */
    SLOWER_GENERATOR(spec -> rates(spec, 0.2, 1)),
    /** A fifth of D's learning rate. */
    SLOWER_DISCRIMINATOR(spec -> rates(spec, 1, 0.2)),
    /** The geometric mean of both learning rates for both, where D's is lower. */
    EQUAL_RATES(LiveFix::equalRates),
    /** One update of D for each of G. */
    EQUAL_UPDATES(spec -> spec.withTraining(spec.training().withUpdates(1, 1))),
    /** Instance noise, fading out. */
    NOISE(spec -> spec.with(new Regularizer.InstanceNoise(spec.image().isPoint() ? 0.2 : 0.3, 5000))),
    /** A penalty on D's gradient at real samples (R1). */
    PENALTY(spec -> spec.with(
            new Regularizer.GradientPenalty(Regularizer.Where.REAL, spec.image().isPoint() ? 0.1 : 1, 0, 1))),
    /** Random shifts and cutout in all images that D sees, so that it cannot memorise them. */
    AUGMENTATION(spec -> spec.with(new Regularizer.Augmentation(true, true, false, 0.6, 0))),
    /** No identity loss, which holds an unpaired translation at its input. */
    NO_IDENTITY(LiveFix::noIdentity),
    /** Ten times the weight of what ties an output to its input: the content, or the way there and back. */
    CLOSER(LiveFix::closer),
    /** Ten times the limit of weight clipping. */
    WIDER_CLIP(LiveFix::widerClip);

    /** A fifth of the lowest learning rate of any preset. */
    private static final double SLOW = 1e-5;

    private final UnaryOperator<GanSpec> change;

    LiveFix(UnaryOperator<GanSpec> change) {
        this.change = change;
    }

    /** The changed spec; empty where a run of this spec cannot apply the fix or has it already. */
    public Optional<GanSpec> applyTo(GanSpec spec) {
        try {
            GanSpec changed = change.apply(spec);
            SpecDiff difference = SpecDiff.between(spec, changed);
            return difference.possible() && !difference.isEmpty() ? Optional.of(changed) : Optional.empty();
        } catch (SpecException notApplicable) {
            return Optional.empty();
        }
    }

    private static GanSpec rates(GanSpec spec, double generator, double discriminator) {
        TrainingSpec training = spec.training();
        return spec.withTraining(training.withRates(
                rounded(generator * training.generatorOptimizer().learningRate()),
                rounded(discriminator * training.discriminatorOptimizer().learningRate())));
    }

    /** Two digits, as users write rates. */
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
    }

    private static GanSpec faster(GanSpec spec) {
        double ofD = spec.training().discriminatorOptimizer().learningRate();
        double ofG = spec.training().generatorOptimizer().learningRate();
        return Math.max(ofD, ofG) <= SLOW ? rates(spec, 10, 10) : spec;
    }

    private static GanSpec equalRates(GanSpec spec) {
        TrainingSpec training = spec.training();
        double ofD = training.discriminatorOptimizer().learningRate();
        double ofG = training.generatorOptimizer().learningRate();
        double middle = rounded(Math.sqrt(ofD * ofG));
        return ofD < ofG ? spec.withTraining(training.withRates(middle, middle)) : spec;
    }

    private static GanSpec noIdentity(GanSpec spec) {
        return spec.game() instanceof UnpairedTranslationSpec game
                ? spec.withGame(
                        new UnpairedTranslationSpec(game.from(), game.to(), game.cycleWeight(), 0, game.history()))
                : spec;
    }

    private static GanSpec closer(GanSpec spec) {
        if (spec.game() instanceof PairedTranslationSpec game) {
            return spec.withGame(new PairedTranslationSpec(
                    game.condition(),
                    game.conditionedDiscriminator(),
                    game.norm(),
                    10 * Math.max(1, game.contentWeight()),
                    game.adversarialWeight(),
                    game.adversarialFrom(),
                    game.featureWeight()));
        }
        return spec.game() instanceof UnpairedTranslationSpec game
                ? spec.withGame(new UnpairedTranslationSpec(
                        game.from(),
                        game.to(),
                        10 * Math.max(1, game.cycleWeight()),
                        game.identityWeight(),
                        game.history()))
                : spec;
    }

    private static GanSpec widerClip(GanSpec spec) {
        return spec.regularizer(Regularizer.WeightClip.class)
                .map(clip -> spec.with(new Regularizer.WeightClip(10 * clip.limit())))
                .orElse(spec);
    }
}
