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
import org.ganvas.engine.spec.RegularizerWeights;
import org.ganvas.engine.spec.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;

/**
 * Trains one GAN: D's updates on batches of real and generated pictures, then G's through the new D, the first of them on
 * the pictures that D has just judged, as most published code does. Every random number is a function of (seed, purpose,
 * draw), so a run resumes exactly. Belongs to the training thread; holds native memory until closed.
 */
public final class GanTrainer extends BaseTrainer {

    /** Passes of D with random numbers of their own that belong to one draw. */
    private static final int PASSES = 8;

    private final Dataset data;
    private final Generator generator;
    private final Discriminator discriminator;
    private InputAugmenter augmenter;
    private BatchLoader batches;
    private DiscriminatorUpdate discriminatorUpdate;
    private GeneratorUpdate generatorUpdate;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.SpecException if the data does not fit the spec, or the networks do not fit the
     *     machine, in one sentence; nothing is built then
     */
    public GanTrainer(GanSpec spec, Dataset data, long seed) {
        super(playing(spec), data, seed);
        generator = networks.generator;
        discriminator = networks.discriminator;
        this.data = data;
        augmenter = new InputAugmenter(spec, seed);
        batches = new BatchLoader(spec, data, seed);
        discriminatorUpdate = discriminatorUpdate();
        generatorUpdate = generatorUpdate();
    }

    private static GanSpec playing(GanSpec spec) {
        if (spec.loss().encodes()) {
            throw new IllegalArgumentException("An autoencoder plays no game.");
        }
        return spec;
    }

    private DiscriminatorUpdate discriminatorUpdate() {
        return new DiscriminatorUpdate(spec, seed, discriminator, loss(), networks.discriminatorOptimizer);
    }

    private GeneratorUpdate generatorUpdate() {
        return new GeneratorUpdate(spec, discriminator, loss(), networks.generatorOptimizer, networks.average);
    }

    private GanLoss loss() {
        return new GanLoss(spec.loss(), RegularizerWeights.smoothing(spec));
    }

    /** All of D's updates, then all of G's. */
    @Override
    public StepReport step() {
        long now = step + 1;
        int ofDiscriminator = spec.training().discriminatorSteps();
        int ofGenerator = spec.training().generatorSteps();
        for (int k = 0; k < ofDiscriminator - 1; k++) {
            discriminate(now, k);
        }
        StepReport report = lastUpdates(now, ofDiscriminator - 1, ofGenerator > 0);
        for (int k = 1; k < ofGenerator; k++) {
            generate(now, k);
        }
        step = now;
        return report;
    }

    /** One of D's updates, on generated pictures that G's update will not look at. */
    DiscriminatorUpdate.Result discriminate(long now, int index) {
        try (TensorArena.Round round = arena.open()) {
            long draw = draw(now, index);
            Duel duel = Autograd.withoutGraph(() -> duel(draw, now));
            return discriminatorUpdate.run(duel.forDiscriminator(), pass(draw), now, update(now, index));
        }
    }

    /** D's last update and G's first, which share the generated pictures. */
    private StepReport lastUpdates(long now, int index, boolean withGenerator) {
        try (TensorArena.Round round = arena.open()) {
            long draw = draw(now, index);
            Duel duel = duel(draw, now);
            DiscriminatorUpdate.Result result =
                    discriminatorUpdate.run(duel.forDiscriminator(), pass(draw), now, update(now, index));
            augmenter.learn(result.real());
            GeneratorUpdate.Result generated = withGenerator
                    ? generatorUpdate.run(
                            duel.forGenerator(), pass(draw).next().next().next(), now, generation(now, 0))
                    : GeneratorUpdate.Result.NONE;
            double real = score(result.real());
            double fake = score(result.fake());
            return new StepReport(
                    result.loss(),
                    generated.loss(),
                    real,
                    fake,
                    spec.loss().estimatesDistance() ? real - fake : Double.NaN,
                    result.penalty(),
                    result.move(),
                    generated.move(),
                    null);
        }
    }

    /** Another of G's updates, on pictures of its own. */
    private void generate(long now, int index) {
        try (TensorArena.Round round = arena.open()) {
            long draw = draw(now, spec.training().discriminatorSteps() - 1 + index);
            Duel duel = duel(draw, now);
            generatorUpdate.run(duel.forGenerator(), pass(draw).next().next().next(), now, generation(now, index));
        }
    }

    /** Length of the gradient that a loss would give G's weights now, on the next draw; changes nothing. */
    double generatorGradient(GanLoss asked) {
        try (TensorArena.Round round = arena.open()) {
            long draw = draw(step + 1, 0);
            BatchLoader.Source source = batches.source(draw);
            Tensor fake = generator.draw(source.latents(), source.labels(), pass(draw));
            Tensor value = asked.generator(discriminator.logits(fake, source.labels(), pass(draw)));
            double squares = 0;
            for (Tensor gradient : Autograd.grad(value, networks.generatorOptimizer.targets(), false)) {
                for (float g : gradient.toFloats()) {
                    squares += (double) g * g;
                }
            }
            return Math.sqrt(squares);
        }
    }

    /** A batch of each kind as D sees them. */
    private record Duel(BatchLoader.Real real, Tensor seenReal, Tensor seenFake, BatchLoader.Source source) {
        DiscriminatorUpdate.Shown forDiscriminator() {
            return new DiscriminatorUpdate.Shown(seenReal, real.labels(), seenFake.detached(), source);
        }

        DiscriminatorUpdate.Shown forGenerator() {
            return new DiscriminatorUpdate.Shown(seenReal, real.labels(), seenFake, source);
        }
    }

    private Duel duel(long draw, long now) {
        BatchLoader.Real real = batches.real(draw);
        BatchLoader.Source source = batches.source(draw);
        Tensor fake = generator.draw(source.latents(), source.labels(), pass(draw));
        return new Duel(
                real,
                augmenter.apply(real.pictures(), 2 * draw, now),
                augmenter.apply(fake, 2 * draw + 1, now),
                source);
    }

    /** Number of a draw of batches, counted from 1 and never used twice. */
    private long draw(long now, int index) {
        TrainingSpec training = spec.training();
        return (now - 1) * (training.discriminatorSteps() + Math.max(0, training.generatorSteps() - 1)) + index + 1;
    }

    private long update(long now, int index) {
        return (now - 1) * spec.training().discriminatorSteps() + index + 1;
    }

    private long generation(long now, int index) {
        return (now - 1) * spec.training().generatorSteps() + index + 1;
    }

    private ForwardContext pass(long draw) {
        return ForwardContext.training(seed, draw * PASSES);
    }

    private double score(Tensor logits) {
        double sum = 0;
        for (float logit : logits.toFloats()) {
            sum += spec.loss().judgesByProbability() ? ActivationOps.sigmoid(logit) : logit;
        }
        return sum / logits.length();
    }

    @Override
    void adjusted() {
        augmenter = augmenter.changed(spec);
        batches = new BatchLoader(spec, data, seed);
        discriminatorUpdate = discriminatorUpdate();
        generatorUpdate = generatorUpdate();
    }

    @Override
    List<NamedArray> captureRest() {
        return augmenter.capture();
    }

    @Override
    void restoreRest(TrainerStateReader reader) {
        augmenter.restore(reader);
    }
}
