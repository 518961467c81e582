package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.loss.EvidenceLowerBound;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.loss.ImageDistance;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Discriminator.Output;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Objective.Distance;
import org.ganvas.engine.spec.Objective.Encoded;
import org.ganvas.engine.spec.Objective.EvidenceBound;
import org.ganvas.engine.spec.Objective.FeatureDistance;
import org.ganvas.engine.spec.Objective.Features;
import org.ganvas.engine.spec.Objective.Norm;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.UpdateSpec;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/**
 * One update of generators, of an encoder, or of both, along the gradient of the sum of their objectives. Discriminators stay as they are.
 * The training thread's.
 */
final class ObjectiveUpdate {

    private final GanSpec spec;
    private final UpdateSpec update;
    private final Players players;
    private final GanLoss loss;
    private final PathLengthPenalty paths;
    private final List<TrainedPlayer> trained;

    ObjectiveUpdate(GanSpec spec, UpdateSpec update, Players players, GanLoss loss, PathLengthPenalty paths) {
        this.spec = spec;
        this.update = update;
        this.players = players;
        this.loss = loss;
        this.paths = paths;
        trained = update.trains().stream().map(players::player).toList();
    }

    /**
     * The scalars of an update.
     *
     * @param loss the adversarial loss, the mean of several; NaN without one
     * @param objectives the other terms by their names, without their weights
     * @param fakeLogits D's logits of the generated batch; null without a discriminator
     * @param elbo terms of an autoencoder's loss; null without one
     * @param statistics gradient norm and update ratio by player
     */
    record Result(
            double loss,
            Map<String, Double> objectives,
            @Nullable Tensor fakeLogits,
            @Nullable ElboReport elbo,
            Map<String, UpdateStatistics> statistics) {}

    /** What the terms of one update report. */
    private static final class Reported {
        private final List<Double> adversarial = new ArrayList<>();
        private final Map<String, Double> objectives = new TreeMap<>();
        private final Map<Adversarial, Output> outputs = new HashMap<>();
        private @Nullable Tensor fakeLogits;
        private @Nullable ElboReport elbo;

        double loss() {
            return adversarial.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /**
     * Updates weights and their moving averages.
     *
     * @param number of this update, from 1
     * @throws DivergenceException if a loss or a gradient is not finite
     */
    Result run(TrainingRound round, long number) {
        Reported reported = new Reported();
        Tensor total = null;
        for (Objective objective : update.minimises()) {
            if (objective.countsIn(round.step())) {
                Tensor term = term(objective, round, reported);
                Tensor weighted = objective.weight() == 1 ? term : ElementwiseOps.scale(term, objective.weight());
                total = total == null ? weighted : ElementwiseOps.add(total, weighted);
            }
        }
        if (total == null) {
            throw new IllegalStateException(update.name() + " minimises nothing");
        }
        total = withPaths(total, round, number, reported);
        return new Result(
                reported.loss(),
                reported.objectives,
                reported.fakeLogits,
                reported.elbo,
                move(total, round.step(), number));
    }

    /** The sum with path length regularisation of the principal generator, where it is applied in this update. */
    private Tensor withPaths(Tensor total, TrainingRound round, long number, Reported reported) {
        if (!update.trains().contains(Player.GENERATOR.principal())) {
            return total;
        }
        TrainedPlayer generator = players.player(Player.GENERATOR.principal());
        PathLengthPenalty.Applied applied = paths.apply(generator.generator(), round, number);
        if (applied == null) {
            return total;
        }
        reported.objectives.put(PathLength.LENGTH, applied.length());
        return ElementwiseOps.add(total, applied.term());
    }

    private Tensor term(Objective objective, TrainingRound round, Reported reported) {
        if (objective instanceof Adversarial adversarial) {
            return adversarial(adversarial, round, reported);
        }
        if (objective instanceof EvidenceBound bound) {
            return bound(bound, round, reported);
        }
        if (objective instanceof Encoded encoded) {
            ForwardContext context = round.generatorContext(encoded.seen()).next();
            Tensor logits = real(encoded.seen(), round, context).logits();
            return named(encoded.scalar(), loss.encoderLoss(logits), round, reported);
        }
        if (objective instanceof Distance distance) {
            Tensor value = ImageDistance.of(distance.norm(), round.value(distance.value()), target(distance, round));
            return named(distance.scalar(), value, round, reported);
        }
        if (objective instanceof FeatureDistance distance) {
            return named(distance.scalar(), featureDistance(distance, round), round, reported);
        }
        Features features = (Features) objective;
        return named(features.scalar(), features(features.seen(), round, reported), round, reported);
    }

    private static Tensor target(Distance distance, TrainingRound round) {
        return round.value(distance.target()).detached();
    }

    private Tensor featureDistance(FeatureDistance distance, TrainingRound round) {
        Discriminator discriminator = players.player(distance.discriminator()).discriminator();
        Tensor target = round.value(distance.target());
        int[] labels = new int[(int) target.size(0)];
        Tensor wanted = Autograd.withoutGraph(
                () -> discriminator.forward(target, labels, round.inUse()).hidden());
        Tensor features = discriminator
                .forward(round.value(distance.value()), labels, round.inUse())
                .hidden();
        return ImageDistance.of(Norm.L2, features, wanted);
    }

    private Tensor named(String scalar, Tensor value, TrainingRound round, Reported reported) {
        FiniteNumberCheck.requireLoss(value, trained.get(0).role, round.step());
        reported.objectives.merge(scalar, value.scalar(), Double::sum);
        return value;
    }

    /** Mean distance of what D's last layer is given of generated and of real images. */
    private Tensor features(Adversarial seen, TrainingRound round, Reported reported) {
        Tensor fake = output(seen, round, reported).hidden();
        ForwardContext context = round.generatorContext(seen).next().next();
        Tensor real = Autograd.withoutGraph(() -> real(seen, round, context).hidden());
        return ImageDistance.of(Norm.L1, fake, real);
    }

    private Output output(Adversarial objective, TrainingRound round, Reported reported) {
        Output known = reported.outputs.get(objective);
        if (known == null) {
            TrainingBatch batch = round.batch(objective);
            known = players.player(objective.discriminator())
                    .discriminator()
                    .forward(
                            batch.fake(),
                            batch.fakeBeside(),
                            batch.fakeLabels(),
                            round.generatorContext(objective),
                            LayerObserver.NONE);
            reported.outputs.put(objective, known);
        }
        return known;
    }

    private Output real(Adversarial objective, TrainingRound round, ForwardContext context) {
        TrainingBatch batch = round.batch(objective);
        return players.player(objective.discriminator())
                .discriminator()
                .forward(batch.real(), batch.realBeside(), batch.realLabels(), context, LayerObserver.NONE);
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

    private Tensor adversarial(Adversarial objective, TrainingRound round, Reported reported) {
        Output fake = output(objective, round, reported);
        Tensor adversarial =
                FiniteNumberCheck.requireLoss(adversarialLoss(objective, fake, round), Player.GENERATOR, round.step());
        reported.adversarial.add((double) adversarial.scalar());
        if (reported.fakeLogits == null) {
            reported.fakeLogits = fake.logits();
        }
        Tensor head = fake.head();
        return head == null
                ? adversarial
                : ElementwiseOps.add(
                        adversarial, DiscriminatorUpdate.generatedHeadLoss(spec, head, round.batch(objective)));
    }

    private Tensor adversarialLoss(Adversarial objective, Output fake, TrainingRound round) {
        if (!loss.spec().paired() && !loss.spec().matchesFeatures()) {
            return loss.generatorLoss(fake.logits());
        }
        ForwardContext context = round.generatorContext(objective).next();
        Output real = Autograd.withoutGraph(() -> real(objective, round, context));
        return loss.spec().paired()
                ? loss.generatorLoss(fake.logits(), real.logits())
                : GanLoss.featureDistance(real.features(), fake.features());
    }

    private Tensor bound(EvidenceBound bound, TrainingRound round, Reported reported) {
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
        reported.elbo = new ElboReport(reconstruction.scalar(), divergence.scalar());
        return ElementwiseOps.add(reconstruction, divergence);
    }
}
