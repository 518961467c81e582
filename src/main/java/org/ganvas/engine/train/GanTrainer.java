package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;

/**
 * Trainer of a GAN: D's updates on batches of real and generated images, then G's updates through the new D, the first of
 * them on the images of D's last update, as in most published code. Every random number is a function of (seed, purpose,
 * batch number), so a run resumes exactly. Belongs to the training thread; holds native memory until closed.
 */
public final class GanTrainer extends BaseTrainer {

    /** Forward passes with random numbers of their own that a batch number stands for. */
    private static final int PASSES = 8;

    private final Dataset data;
    private final Generator generator;
    private final Discriminator discriminator;
    private DiscriminatorInputAugmenter augmenter;
    private TrainingBatchLoader batches;
    private DiscriminatorUpdate discriminatorUpdate;
    private GeneratorUpdate generatorUpdate;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    public GanTrainer(GanSpec spec, Dataset data, long seed) {
        super(requireAdversarial(spec), data, seed);
        generator = players.generator();
        discriminator = players.discriminator();
        this.data = data;
        augmenter = new DiscriminatorInputAugmenter(spec, seed);
        batches = new TrainingBatchLoader(spec, data, seed);
        discriminatorUpdate = newDiscriminatorUpdate();
        generatorUpdate = newGeneratorUpdate();
    }

    private static GanSpec requireAdversarial(GanSpec spec) {
        if (spec.loss().encodes()) {
            throw new IllegalArgumentException("An autoencoder has no adversarial loss.");
        }
        return spec;
    }

    private DiscriminatorUpdate newDiscriminatorUpdate() {
        return new DiscriminatorUpdate(
                spec, seed, discriminator, loss(), players.principal(Player.DISCRIMINATOR).optimizer);
    }

    private GeneratorUpdate newGeneratorUpdate() {
        return new GeneratorUpdate(
                spec,
                discriminator,
                loss(),
                players.principal(Player.GENERATOR).optimizer,
                players.principal(Player.GENERATOR).average);
    }

    private GanLoss loss() {
        return new GanLoss(spec.loss(), RegularizerSettings.SMOOTHING.get(spec));
    }

    /** All updates of D, then all updates of G. */
    @Override
    public StepReport step() {
        long next = step + 1;
        int discriminatorSteps = spec.training().discriminatorSteps();
        int generatorSteps = spec.training().generatorSteps();
        for (int k = 0; k < discriminatorSteps - 1; k++) {
            updateDiscriminator(next, k);
        }
        StepReport report = updateBoth(next, discriminatorSteps - 1, generatorSteps > 0);
        for (int k = 1; k < generatorSteps; k++) {
            updateGenerator(next, k);
        }
        step = next;
        return report;
    }

    /** One of D's updates before its last, on generated images that no update of G uses. */
    DiscriminatorUpdate.Result updateDiscriminator(long next, int index) {
        try (TensorArena.Round round = arena.open()) {
            long number = batchNumber(next, index);
            TrainingBatch batch = Autograd.withoutGraph(() -> batch(number, next));
            return discriminatorUpdate.run(
                    batch.withFakeDetached(), context(number), next, discriminatorUpdateNumber(next, index));
        }
    }

    /** D's last update and G's first, which share the generated images. */
    private StepReport updateBoth(long next, int index, boolean withGenerator) {
        try (TensorArena.Round round = arena.open()) {
            long number = batchNumber(next, index);
            TrainingBatch batch = batch(number, next);
            DiscriminatorUpdate.Result discriminated = discriminatorUpdate.run(
                    batch.withFakeDetached(), context(number), next, discriminatorUpdateNumber(next, index));
            augmenter.adaptProbability(discriminated.realLogits());
            GeneratorUpdate.Result generated = withGenerator
                    ? generatorUpdate.run(batch, generatorContext(number), next, generatorUpdateNumber(next, 0))
                    : GeneratorUpdate.Result.NONE;
            double real = meanScore(discriminated.realLogits());
            double fake = meanScore(discriminated.fakeLogits());
            return new StepReport(
                    discriminated.loss(),
                    generated.loss(),
                    real,
                    fake,
                    spec.loss().estimatesDistance() ? real - fake : Double.NaN,
                    discriminated.penalty(),
                    discriminated.statistics(),
                    generated.statistics(),
                    null);
        }
    }

    /** One of G's updates after its first, on a batch of its own. */
    private void updateGenerator(long next, int index) {
        try (TensorArena.Round round = arena.open()) {
            long number = batchNumber(next, spec.training().discriminatorSteps() - 1 + index);
            generatorUpdate.run(
                    batch(number, next), generatorContext(number), next, generatorUpdateNumber(next, index));
        }
    }

    /** Norm of the gradient of a loss by G's weights on the next batch; changes nothing. */
    double generatorGradientNorm(GanLoss otherLoss) {
        try (TensorArena.Round round = arena.open()) {
            long number = batchNumber(step + 1, 0);
            int[] labels = batches.generatorLabels(number);
            Tensor fake = generator.generate(batches.latents(number), labels, context(number));
            Tensor value = otherLoss.generatorLoss(discriminator.logits(fake, labels, context(number)));
            double squares = 0;
            for (Tensor gradient : Autograd.grad(
                    value, players.principal(Player.GENERATOR).optimizer.parameters(), false)) {
                for (float g : gradient.toFloats()) {
                    squares += (double) g * g;
                }
            }
            return Math.sqrt(squares);
        }
    }

    private TrainingBatch batch(long number, long next) {
        Tensor real = batches.images(number);
        float[] latents = batches.latents(number);
        int[] fakeLabels = batches.generatorLabels(number);
        Tensor fake = generator.generate(latents, fakeLabels, context(number));
        return new TrainingBatch(
                augmenter.apply(real, 2 * number, next),
                batches.labels(number),
                augmenter.apply(fake, 2 * number + 1, next),
                fakeLabels,
                latents);
    }

    /** Number of a batch within the run, from 1, unique over all updates. */
    private long batchNumber(long next, int index) {
        TrainingSpec training = spec.training();
        return (next - 1) * (training.discriminatorSteps() + Math.max(0, training.generatorSteps() - 1)) + index + 1;
    }

    private long discriminatorUpdateNumber(long next, int index) {
        return (next - 1) * spec.training().discriminatorSteps() + index + 1;
    }

    private long generatorUpdateNumber(long next, int index) {
        return (next - 1) * spec.training().generatorSteps() + index + 1;
    }

    private ForwardContext context(long number) {
        return ForwardContext.training(seed, number * PASSES);
    }

    /** The context of G's update on a batch, after those that D's update may use. */
    private ForwardContext generatorContext(long number) {
        return context(number).next().next().next();
    }

    private double meanScore(Tensor logits) {
        double sum = 0;
        for (float logit : logits.toFloats()) {
            sum += spec.loss().hasProbabilities() ? ActivationOps.sigmoid(logit) : logit;
        }
        return sum / logits.length();
    }

    @Override
    void onSpecChanged() {
        augmenter = augmenter.withSpec(spec);
        batches = new TrainingBatchLoader(spec, data, seed);
        discriminatorUpdate = newDiscriminatorUpdate();
        generatorUpdate = newGeneratorUpdate();
    }

    @Override
    List<NamedArray> captureExtraState() {
        return augmenter.capture();
    }

    @Override
    void restoreExtraState(TrainerStateReader reader) {
        augmenter.restore(reader);
    }
}
