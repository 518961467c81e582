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
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;

/**
 * Trains a variational autoencoder (Kingma and Welling 2014, 1312.6114): D's network is the encoder, which names a mean
 * and a log variance for each latent dimension, G is the decoder, and one loss moves both. Every random number is a
 * function of (seed, purpose, step), so a run resumes exactly. Belongs to the training thread.
 */
final class VaeTrainer extends BaseTrainer {

    /** Passes with random numbers of their own that belong to one step. */
    private static final int PASSES = 2;

    private static final Optimizer.ChunkHook NOTHING = (variable, start, weights, count) -> {};

    private final BatchLoader batches;

    VaeTrainer(GanSpec spec, Dataset data, long seed) {
        super(spec, data, seed);
        batches = new BatchLoader(spec, data, seed);
    }

    @Override
    public StepReport step() {
        long now = step + 1;
        try (TensorArena.Round round = arena.open()) {
            BatchLoader.Real real = batches.real(now);
            float[] noise = batches.source(now).latents();
            ForwardContext pass = ForwardContext.training(seed, now * PASSES);
            Tensor answer = networks.discriminator.logits(real.pictures(), real.labels(), pass);
            int width = spec.latentDim();
            Tensor mean = ViewOps.slice(answer, 1, 0, width);
            Tensor logVariance = ViewOps.slice(answer, 1, width, width);
            Tensor latent = EvidenceLowerBound.sampleLatent(mean, logVariance, Tensor.of(noise, mean.shape()));
            Tensor drawn = networks.generator.pixelLogits(latent, real.labels(), pass.next());
            Tensor reconstruction =
                    FiniteCheck.requireLoss(EvidenceLowerBound.reconstruction(drawn, real.pictures()), "generator", now);
            Tensor divergence =
                    FiniteCheck.requireLoss(EvidenceLowerBound.divergence(mean, logVariance), "discriminator", now);
            Moves moves = move(ElementwiseOps.add(reconstruction, divergence), now);
            step = now;
            return StepReport.of(
                    new ElboReport(reconstruction.scalar(), divergence.scalar()), moves.encoder(), moves.decoder());
        }
    }

    private record Moves(UpdateStatistics encoder, UpdateStatistics decoder) {}

    private Moves move(Tensor loss, long now) {
        List<Tensor> decoder = networks.generatorOptimizer.parameters();
        List<Tensor> all = new ArrayList<>(decoder);
        all.addAll(networks.discriminatorOptimizer.parameters());
        List<Tensor> gradients = Autograd.grad(loss, all, false);
        double factor = spec.training().schedule().factor(now);
        ExponentialMovingAverage average = networks.average;
        UpdateStatistics decoding = networks.generatorOptimizer.update(
                gradients.subList(0, decoder.size()), now, factor, average == null ? NOTHING : average.weightHook(now));
        UpdateStatistics encoding = networks.discriminatorOptimizer.update(
                gradients.subList(decoder.size(), all.size()), now, factor, NOTHING);
        if (average != null) {
            average.updateRunningStatistics(now);
        }
        return new Moves(encoding, decoding);
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
        // There is nothing else.
    }
}
