package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.loss.EvidenceLowerBound;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Discriminator.Output;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.EvidenceBound;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.UpdateSpec;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/**
 * One update of generators, or of an encoder and its decoder, along the gradient of the sum of their objectives. Discriminators stay as they are.
 * The training thread's.
 */
final class ObjectiveUpdate {

    private final GanSpec spec;
    private final UpdateSpec update;
    private final Players players;
    private final GanLoss loss;
    private final List<TrainedPlayer> trained;

    ObjectiveUpdate(GanSpec spec, UpdateSpec update, Players players, GanLoss loss) {
        this.spec = spec;
        this.update = update;
        this.players = players;
        this.loss = loss;
        trained = update.trains().stream().map(players::player).toList();
    }

    /**
     * The scalars of an update.
     *
     * @param loss the adversarial loss; NaN without one
     * @param fakeLogits D's logits of the generated batch; null without a discriminator
     * @param elbo terms of an autoencoder's loss; null without one
     * @param statistics gradient norm and update ratio by player
     */
    record Result(
            double loss,
            @Nullable Tensor fakeLogits,
            @Nullable ElboReport elbo,
            Map<String, UpdateStatistics> statistics) {}

    /** One term of the sum, with what is reported of it. */
    private record Term(
            Tensor total,
            double loss,
            @Nullable Tensor fakeLogits,
            @Nullable ElboReport elbo) {}

    /**
     * Updates weights and their moving averages.
     *
     * @param number of this update, from 1
     * @throws DivergenceException if a loss or a gradient is not finite
     */
    Result run(TrainingRound round, long number) {
        Term reported = new Term(Tensor.of(new float[1], 1), Double.NaN, null, null);
        Tensor total = null;
        for (Objective objective : update.minimises()) {
            reported = objective instanceof Adversarial term
                    ? adversarial(term, round)
                    : bound((EvidenceBound) objective, round);
            total = total == null ? reported.total() : ElementwiseOps.add(total, reported.total());
        }
        if (total == null) {
            throw new IllegalStateException(update.name() + " minimises nothing");
        }
        return new Result(reported.loss(), reported.fakeLogits(), reported.elbo(), move(total, round.step(), number));
    }

    private Map<String, UpdateStatistics> move(Tensor total, long step, long number) {
        List<Tensor> all = new ArrayList<>();
        trained.forEach(player -> all.addAll(player.optimizer.parameters()));
        List<Tensor> gradients = Autograd.grad(total, all, false);
        double factor = spec.training().schedule().factor(step);
        Map<String, UpdateStatistics> statistics = new LinkedHashMap<>();
        int from = 0;
        for (TrainedPlayer player : trained) {
            int to = from + player.optimizer.parameters().size();
            UpdateStatistics moved = player.optimizer.update(
                    gradients.subList(from, to), factor, ExponentialMovingAverage.weightHook(player.average, number));
            statistics.put(player.name, FiniteNumberCheck.requireGradient(moved, player.role, step));
            from = to;
        }
        for (TrainedPlayer player : trained) {
            if (player.average != null) {
                player.average.updateRunningStatistics(number);
            }
        }
        return statistics;
    }

    private Term adversarial(Adversarial objective, TrainingRound round) {
        Discriminator discriminator = players.player(objective.discriminator()).discriminator();
        TrainingBatch batch = round.batch(objective);
        ForwardContext context = round.generatorContext();
        Output fake = discriminator.forward(batch.fake(), batch.fakeLabels(), context);
        Tensor adversarial = FiniteNumberCheck.requireLoss(
                adversarialLoss(discriminator, fake, batch, context.next()), Player.GENERATOR, round.step());
        Tensor head = fake.head();
        Tensor total = head == null
                ? adversarial
                : ElementwiseOps.add(adversarial, DiscriminatorUpdate.generatedHeadLoss(spec, head, batch));
        return new Term(total, adversarial.scalar(), fake.logits(), null);
    }

    private Tensor adversarialLoss(
            Discriminator discriminator, Output fake, TrainingBatch batch, ForwardContext context) {
        if (!loss.spec().paired() && !loss.spec().matchesFeatures()) {
            return loss.generatorLoss(fake.logits());
        }
        Output real = Autograd.withoutGraph(() -> discriminator.forward(batch.real(), batch.realLabels(), context));
        return loss.spec().paired()
                ? loss.generatorLoss(fake.logits(), real.logits())
                : GanLoss.featureDistance(real.features(), fake.features());
    }

    private Term bound(EvidenceBound bound, TrainingRound round) {
        Tensor images = round.value(bound.images());
        int[] labels = round.labels();
        ForwardContext context = round.context();
        Tensor code = players.player(bound.encoder()).discriminator().logits(images, labels, context);
        int width = spec.latentDim();
        Tensor mean = ViewOps.slice(code, 1, 0, width);
        Tensor logVariance = ViewOps.slice(code, 1, width, width);
        Tensor noise = Tensor.of(round.latents(), mean.shape());
        Tensor latent = EvidenceLowerBound.sampleLatent(mean, logVariance, noise);
        Tensor pixelLogits = players.player(bound.decoder()).generator().pixelLogits(latent, labels, context.next());
        Tensor reconstruction = FiniteNumberCheck.requireLoss(
                EvidenceLowerBound.reconstruction(pixelLogits, images), Player.GENERATOR, round.step());
        Tensor divergence = FiniteNumberCheck.requireLoss(
                EvidenceLowerBound.divergence(mean, logVariance), Player.DISCRIMINATOR, round.step());
        return new Term(
                ElementwiseOps.add(reconstruction, divergence),
                Double.NaN,
                null,
                new ElboReport(reconstruction.scalar(), divergence.scalar()));
    }
}
