package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.loss.EvidenceLowerBound;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;

/**
 * Trainer of a variational autoencoder (Kingma and Welling 2014, 1312.6114): D's network is the encoder, with a mean and a
 * log variance per latent dimension as its outputs, G is the decoder, and one loss updates both. Every random number is a
 * function of (seed, purpose, step), so a run resumes exactly. Belongs to the training thread.
 */
final class VaeTrainer extends BaseTrainer {

    /** Forward passes with random numbers of their own that a step stands for. */
    private static final int PASSES = 2;

    private final TrainingBatchLoader batches;

    VaeTrainer(GanSpec spec, Dataset data, long seed) {
        super(spec, data, seed);
        batches = new TrainingBatchLoader(spec, data, seed);
    }

    @Override
    public StepReport step() {
        long next = step + 1;
        try (TensorArena.Round round = arena.open()) {
            Tensor images = batches.images(next);
            int[] labels = batches.labels(next);
            ForwardContext context = ForwardContext.training(seed, next * PASSES);
            Tensor code = players.discriminator().logits(images, labels, context);
            int width = spec.latentDim();
            Tensor mean = ViewOps.slice(code, 1, 0, width);
            Tensor logVariance = ViewOps.slice(code, 1, width, width);
            Tensor noise = Tensor.of(batches.latents(next), mean.shape());
            Tensor latent = EvidenceLowerBound.sampleLatent(mean, logVariance, noise);
            Tensor pixelLogits = players.generator().pixelLogits(latent, labels, context.next());
            Tensor reconstruction = FiniteNumberCheck.requireLoss(
                    EvidenceLowerBound.reconstruction(pixelLogits, images), Player.GENERATOR, next);
            Tensor divergence = FiniteNumberCheck.requireLoss(
                    EvidenceLowerBound.divergence(mean, logVariance), Player.DISCRIMINATOR, next);
            Statistics statistics = update(ElementwiseOps.add(reconstruction, divergence), next);
            step = next;
            return StepReport.of(
                    new ElboReport(reconstruction.scalar(), divergence.scalar()),
                    statistics.encoder(),
                    statistics.decoder());
        }
    }

    private record Statistics(UpdateStatistics encoder, UpdateStatistics decoder) {}

    private Statistics update(Tensor loss, long next) {
        List<Tensor> decoder = players.principal(Player.GENERATOR).optimizer.parameters();
        List<Tensor> all = new ArrayList<>(decoder);
        all.addAll(players.principal(Player.DISCRIMINATOR).optimizer.parameters());
        List<Tensor> gradients = Autograd.grad(loss, all, false);
        double factor = spec.training().schedule().factor(next);
        ExponentialMovingAverage average = players.principal(Player.GENERATOR).average;
        UpdateStatistics decoderStatistics = players.principal(Player.GENERATOR)
                .optimizer
                .update(
                        gradients.subList(0, decoder.size()),
                        next,
                        factor,
                        ExponentialMovingAverage.weightHook(average, next));
        UpdateStatistics encoderStatistics = players.principal(Player.DISCRIMINATOR)
                .optimizer
                .update(gradients.subList(decoder.size(), all.size()), next, factor, Optimizer.ChunkHook.NONE);
        if (average != null) {
            average.updateRunningStatistics(next);
        }
        return new Statistics(encoderStatistics, decoderStatistics);
    }

    @Override
    void onSpecChanged() {
        // Every step reads the spec anew.
    }

    @Override
    List<NamedArray> captureExtraState() {
        return List.of();
    }

    @Override
    void restoreExtraState(TrainerStateReader reader) {
        // No state beside the networks and optimizers.
    }
}
