package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.Arena;
import org.ganvas.engine.autodiff.Arith;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.Views;
import org.ganvas.engine.loss.EvidenceBound;
import org.ganvas.engine.net.Pass;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.Evidence;
import org.ganvas.engine.state.NamedArray;

/**
 * Trains a variational autoencoder (Kingma and Welling 2014, 1312.6114): D's network is the encoder, which names a mean
 * and a log variance for each latent dimension, G is the decoder, and one loss moves both. Every random number is a
 * function of (seed, purpose, step), so a run resumes exactly. Belongs to the training thread.
 */
final class VaeTrainer extends NetworkTrainer {

    /** Passes with random numbers of their own that belong to one step. */
    private static final int PASSES = 2;

    private static final Optimizer.Afterwards NOTHING = (variable, start, weights, count) -> {};

    private final BatchMaker batches;

    VaeTrainer(GanSpec spec, Dataset data, long seed) {
        super(spec, data, seed);
        batches = new BatchMaker(spec, data, seed);
    }

    @Override
    public StepReport step() {
        long now = step + 1;
        try (Arena.Round round = arena.open()) {
            BatchMaker.Real real = batches.real(now);
            float[] noise = batches.source(now).latents();
            Pass pass = Pass.training(seed, now * PASSES);
            Tensor answer = networks.discriminator.logits(real.pictures(), real.labels(), pass);
            int width = spec.latentDim();
            Tensor mean = Views.slice(answer, 1, 0, width);
            Tensor logVariance = Views.slice(answer, 1, width, width);
            Tensor latent = EvidenceBound.latent(mean, logVariance, Tensor.of(noise, mean.shape()));
            Tensor drawn = networks.generator.inkLogits(latent, real.labels(), pass.next());
            Tensor reconstruction =
                    Finite.require(EvidenceBound.reconstruction(drawn, real.pictures()), "generator", now);
            Tensor divergence = Finite.require(EvidenceBound.divergence(mean, logVariance), "discriminator", now);
            Moves moves = move(Arith.add(reconstruction, divergence), now);
            step = now;
            return StepReport.of(
                    new Evidence(reconstruction.scalar(), divergence.scalar()), moves.encoder(), moves.decoder());
        }
    }

    private record Moves(Move encoder, Move decoder) {}

    private Moves move(Tensor loss, long now) {
        List<Tensor> decoder = networks.generatorOptimizer.targets();
        List<Tensor> all = new ArrayList<>(decoder);
        all.addAll(networks.discriminatorOptimizer.targets());
        List<Tensor> gradients = Autograd.grad(loss, all, false);
        double factor = spec.training().schedule().factor(now);
        WeightAverage average = networks.average;
        Move decoding = networks.generatorOptimizer.update(
                gradients.subList(0, decoder.size()), now, factor, average == null ? NOTHING : average.following(now));
        Move encoding = networks.discriminatorOptimizer.update(
                gradients.subList(decoder.size(), all.size()), now, factor, NOTHING);
        if (average != null) {
            average.updateStatistics(now);
        }
        return new Moves(encoding, decoding);
    }

    @Override
    void adjusted() {
        // Every step reads the spec anew.
    }

    @Override
    List<NamedArray> captureRest() {
        return List.of();
    }

    @Override
    void restoreRest(StateReader reader) {
        // There is nothing else.
    }
}
