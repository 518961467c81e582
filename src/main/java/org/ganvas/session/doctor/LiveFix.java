package org.ganvas.session.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.spec.setting.SpecDiff;

/** Changes that mend games, each of which a run can take up while it goes on. Pure functions, any thread. */
public enum LiveFix {
    /** Both learn at a fifth of the rate. */
    SLOWER(spec -> rates(spec, 0.2, 0.2)),
    /** Both learn at ten times the rate, where both are hardly learning. */
    FASTER(LiveFix::faster),
    /** G learns at a fifth of its rate. */
    SLOWER_GENERATOR(spec -> rates(spec, 0.2, 1)),
    /** D learns at a fifth of its rate. */
    SLOWER_DISCRIMINATOR(spec -> rates(spec, 1, 0.2)),
    /** D learns as fast as G, where it is slower. */
    EQUAL_RATES(LiveFix::equalRates),
    /** As many updates of D as of G. */
    EQUAL_UPDATES(spec -> spec.withTraining(spec.training().withUpdates(1, 1))),
    /** Noise on all that D sees, fading out. */
    NOISE(spec -> spec.with(new Regularizer.InstanceNoise(spec.image().isPoint() ? 0.2 : 0.3, 5000))),
    /** A penalty on D's slope at real samples. */
    PENALTY(spec -> spec.with(
            new Regularizer.GradientPenalty(Regularizer.Where.REAL, spec.image().isPoint() ? 0.1 : 1, 0, 1))),
    /** Shifts and holes in all pictures that D sees, so that it cannot know them by heart. */
    AUGMENTATION(spec -> spec.with(new Regularizer.Augmentation(true, true, false, 0.6, 0))),
    /** Weights are clipped ten times as far out. */
    WIDER_CLIP(LiveFix::widerClip);

    /** A fifth of the lowest rate of any preset. */
    private static final double SLOW = 1e-5;

    private final UnaryOperator<GanSpec> change;

    LiveFix(UnaryOperator<GanSpec> change) {
        this.change = change;
    }

    /** The spec to go on with; empty where this run cannot take it up or has it already. */
    public Optional<GanSpec> of(GanSpec spec) {
        try {
            GanSpec changed = change.apply(spec);
            SpecDiff difference = SpecDiff.between(spec, changed);
            return difference.possible() && !difference.isEmpty() ? Optional.of(changed) : Optional.empty();
        } catch (SpecException notForThisGame) {
            return Optional.empty();
        }
    }

    private static GanSpec rates(GanSpec spec, double generator, double discriminator) {
        TrainingSpec training = spec.training();
        return spec.withTraining(training.withRates(
                rounded(generator * training.generatorOptimizer().learningRate()),
                rounded(discriminator * training.discriminatorOptimizer().learningRate())));
    }

    /** Two digits, as people write rates. */
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

    private static GanSpec widerClip(GanSpec spec) {
        return spec.regularizer(Regularizer.WeightClip.class)
                .map(clip -> spec.with(new Regularizer.WeightClip(10 * clip.limit())))
                .orElse(spec);
    }
}
