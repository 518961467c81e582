package org.ganvas.session.run;

import java.util.function.ToDoubleFunction;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.jspecify.annotations.Nullable;

/** Scalars of a training step, of which every run keeps a curve. Constants are stored in project files. */
public enum TrainingScalar {
    /** {@link StepReport#discriminatorLoss}, nats. */
    DISCRIMINATOR_LOSS(StepReport::discriminatorLoss),
    /** {@link StepReport#generatorLoss}, nats. */
    GENERATOR_LOSS(StepReport::generatorLoss),
    /** {@link StepReport#realScore}, probability. */
    REAL_SCORE(StepReport::realScore),
    /** {@link StepReport#fakeScore}, probability. */
    FAKE_SCORE(StepReport::fakeScore),
    /** {@link StepReport#criticEstimate}, in units of D's output; NaN for objectives without a critic. */
    CRITIC_ESTIMATE(StepReport::criticEstimate),
    /** Norm of the gradient of D's whole loss with respect to its weights. */
    DISCRIMINATOR_GRADIENT(report -> report.discriminatorUpdate().gradientNorm()),
    /** Norm of the gradient of G's whole loss with respect to its weights. */
    GENERATOR_GRADIENT(report -> report.generatorUpdate().gradientNorm()),
    /** Norm of the change of D's weights in an update, relative to their own norm. */
    DISCRIMINATOR_UPDATE(report -> report.discriminatorUpdate().updateRatio()),
    /** Norm of the change of G's weights in an update, relative to their own norm. */
    GENERATOR_UPDATE(report -> report.generatorUpdate().updateRatio()),
    /** Learning rate of D, with the schedule's factor. */
    DISCRIMINATOR_RATE(report -> report.discriminatorUpdate().learningRate()),
    /** Learning rate of G, with the schedule's factor. */
    GENERATOR_RATE(report -> report.generatorUpdate().learningRate()),
    /** {@link ElboReport#reconstruction}, nats; of autoencoders only. */
    RECONSTRUCTION(report -> of(report.elbo(), ElboReport::reconstruction)),
    /** {@link ElboReport#divergence}, nats; of autoencoders only. */
    DIVERGENCE(report -> of(report.elbo(), ElboReport::divergence)),
    /** {@link ElboReport#negativeElbo}, nats; of autoencoders only. */
    NEGATIVE_BOUND(report -> of(report.elbo(), ElboReport::negativeElbo)),
    /** Distance of a paired translation's images from the true ones, in units of pixels in [-1, 1], without its weight. */
    CONTENT(report -> objective(report, PairedTranslationSpec.CONTENT)),
    /** Distance of D's features of a paired translation's images from those of the true ones. */
    FEATURES(report -> objective(report, PairedTranslationSpec.FEATURES)),
    /** Distances of images from themselves after there and back, both ways added up. */
    CYCLE(report -> objective(report, UnpairedTranslationSpec.CYCLE)),
    /** Distances that images of the right set are moved, both ways added up. */
    IDENTITY(report -> objective(report, UnpairedTranslationSpec.IDENTITY)),
    /** Probability of the random transforms of D's inputs, where it adapts. */
    AUGMENTATION(report -> report.adapted().getOrDefault(StepReport.AUGMENTATION, Double.NaN)),
    /** Greatest number of steps that D's inputs are diffused by. */
    DIFFUSION(report -> report.adapted().getOrDefault(StepReport.DIFFUSION, Double.NaN)),
    /** Mean squared difference of images from those made of their latents, in units of pixels in [-1, 1]. */
    ENCODER(report -> objective(report, EncodingSpec.RESIDUAL)),
    /** Mean squared difference of D's features of both, without its weight. */
    ENCODER_FEATURES(report -> objective(report, EncodingSpec.FEATURE_RESIDUAL)),
    /** Mean length of the paths of G's images, in the steps that measure it. */
    PATH_LENGTH(report -> objective(report, Regularizer.PathLength.LENGTH)),
    /** Adversarial loss of an encoder in the game, nats. */
    ENCODER_LOSS(report -> objective(report, EncodingSpec.ADVERSARIAL));

    private final ToDoubleFunction<StepReport> reader;

    TrainingScalar(ToDoubleFunction<StepReport> reader) {
        this.reader = reader;
    }

    /** Whether every step of every GAN has a value. */
    boolean inEveryStep() {
        return compareTo(FAKE_SCORE) <= 0;
    }

    private static double of(@Nullable ElboReport elbo, ToDoubleFunction<ElboReport> term) {
        return elbo == null ? Double.NaN : term.applyAsDouble(elbo);
    }

    private static double objective(StepReport report, String name) {
        return report.objectives().getOrDefault(name, Double.NaN);
    }

    /** Its value in one step; NaN where there is none. */
    public double of(StepReport report) {
        return reader.applyAsDouble(report);
    }
}
