package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.loss.AuxiliaryHeadLoss;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.loss.GradientPenaltyTerms;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Discriminator.Output;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/**
 * One update of D: the adversarial loss, the terms that regularizers and a second head add to it, and weight clipping. The
 * training thread's.
 */
final class DiscriminatorUpdate {

    /** Share of the batch's standard deviation by which DRAGAN moves real images (Kodali 2017). */
    private static final double DRAGAN_SHARE = 0.5;

    private final GanSpec spec;
    private final long seed;
    private final Discriminator discriminator;
    private final GanLoss loss;
    private final Optimizer optimizer;
    private final Optimizer.ChunkHook clipping;
    private final List<GradientPenalty> penalties;

    DiscriminatorUpdate(GanSpec spec, long seed, Discriminator discriminator, GanLoss loss, Optimizer optimizer) {
        this.spec = spec;
        this.seed = seed;
        this.discriminator = discriminator;
        this.loss = loss;
        this.optimizer = optimizer;
        penalties = spec.regularizers().stream()
                .filter(GradientPenalty.class::isInstance)
                .map(GradientPenalty.class::cast)
                .toList();
        clipping = spec.regularizer(Regularizer.WeightClip.class)
                .map(clip -> clipping((float) clip.limit()))
                .orElse(Optimizer.ChunkHook.NONE);
    }

    private static Optimizer.ChunkHook clipping(float limit) {
        return (parameter, start, weights, count) -> {
            for (int i = 0; i < count; i++) {
                weights[i] = Math.max(-limit, Math.min(limit, weights[i]));
            }
        };
    }

    /**
     * The scalars of an update.
     *
     * @param loss the adversarial loss
     * @param penalty the sum of the gradient penalties; 0 in an update without any
     * @param realLogits D's logits of the real batch
     * @param fakeLogits D's logits of the generated batch
     * @param statistics gradient norm and update ratio of D's weights
     */
    record Result(double loss, double penalty, Tensor realLogits, Tensor fakeLogits, UpdateStatistics statistics) {}

    /**
     * Updates D's weights.
     *
     * @param batch with generated images that are constants
     * @param context of the first forward pass; the update takes the random numbers of four
     * @param step number of the training step, from 1
     * @param update number of D's update, from 1
     * @throws DivergenceException if a loss, a penalty or the gradient is not finite
     */
    Result run(TrainingBatch batch, ForwardContext context, long step, long update) {
        boolean variables = penalties.stream().anyMatch(p -> p.at() == Where.REAL || p.at() == Where.GENERATED);
        TrainingBatch inputs = variables ? batch.asVariables() : batch;
        Scores scores = scores(inputs, variables, context);
        Tensor adversarial = FiniteNumberCheck.requireLoss(
                loss.discriminatorLoss(scores.real(), scores.fake()), Player.DISCRIMINATOR, step);
        Tensor total = adversarial;
        Tensor headLoss = headLoss(scores, inputs);
        if (headLoss != null) {
            total = ElementwiseOps.add(total, headLoss);
        }
        Tensor penalty = penalty(inputs, scores, context, update);
        if (penalty != null) {
            total = ElementwiseOps.add(total, FiniteNumberCheck.requireLoss(penalty, Player.DISCRIMINATOR, step));
        }
        List<Tensor> gradients = Autograd.grad(total, optimizer.parameters(), false);
        UpdateStatistics statistics =
                optimizer.update(gradients, spec.training().schedule().factor(step), clipping);
        return new Result(
                adversarial.scalar(),
                penalty == null ? 0 : penalty.scalar(),
                scores.real(),
                scores.fake(),
                FiniteNumberCheck.requireGradient(statistics, Player.DISCRIMINATOR, step));
    }

    /**
     * D's logits and second-head outputs of both halves of a batch.
     *
     * @param realHead null without a second head
     * @param fakeHead null without a second head
     */
    private record Scores(
            Tensor real,
            Tensor fake,
            @Nullable Tensor realHead,
            @Nullable Tensor fakeHead) {}

    /** Scores of both halves: in one forward pass where no logit depends on other images, because that is faster. */
    private Scores scores(TrainingBatch batch, boolean variables, ForwardContext context) {
        if (discriminator.mixesBatch() || variables) {
            Output real = answer(batch.real(), batch.realBeside(), batch.realLabels(), context);
            Output fake = answer(batch.fake(), batch.fakeBeside(), batch.fakeLabels(), context.next());
            return new Scores(real.logits(), fake.logits(), real.head(), fake.head());
        }
        int[] labels = new int[2 * batch.size()];
        System.arraycopy(batch.realLabels(), 0, labels, 0, batch.size());
        System.arraycopy(batch.fakeLabels(), 0, labels, batch.size(), batch.size());
        Tensor besideReal = batch.realBeside();
        Tensor besideFake = batch.fakeBeside();
        Tensor besideBoth = besideReal == null || besideFake == null ? null : ViewOps.concat(0, besideReal, besideFake);
        Output both = answer(ViewOps.concat(0, batch.real(), batch.fake()), besideBoth, labels, context);
        Tensor head = both.head();
        return new Scores(
                half(both.logits(), 0),
                half(both.logits(), 1),
                head == null ? null : half(head, 0),
                head == null ? null : half(head, 1));
    }

    private Output answer(Tensor images, @Nullable Tensor beside, int[] labels, ForwardContext context) {
        return discriminator.forward(images, beside, labels, context, LayerObserver.NONE);
    }

    private static Tensor half(Tensor both, int which) {
        long count = both.size(0) / 2;
        return ViewOps.slice(both, 0, which * count, count);
    }

    private @Nullable Tensor headLoss(Scores scores, TrainingBatch batch) {
        Tensor real = scores.realHead();
        Tensor fake = scores.fakeHead();
        if (real == null || fake == null) {
            return null;
        }
        Tensor generated = generatedHeadLoss(spec, fake, batch);
        return spec.conditioning() == Conditioning.AUXILIARY
                ? ElementwiseOps.add(generated, AuxiliaryHeadLoss.classLoss(real, batch.realLabels(), spec.classes()))
                : generated;
    }

    /** The loss of the second head on generated images, which D and G both minimise. */
    static Tensor generatedHeadLoss(GanSpec spec, Tensor head, TrainingBatch batch) {
        Tensor classLoss = AuxiliaryHeadLoss.classLoss(head, batch.fakeLabels(), spec.classes());
        if (spec.codes() == 0) {
            return classLoss;
        }
        int codes = spec.codes();
        float[] targets = new float[batch.size() * codes];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.latents(), (i + 1) * spec.latentDim() - codes, targets, i * codes, codes);
        }
        return ElementwiseOps.add(classLoss, AuxiliaryHeadLoss.codeLoss(head, targets, spec.classes()));
    }

    private @Nullable Tensor penalty(TrainingBatch batch, Scores scores, ForwardContext context, long update) {
        Tensor sum = null;
        for (GradientPenalty penalty : penalties) {
            if (penalty.weight() > 0 && (update - 1) % penalty.interval() == 0) {
                Tensor term = ElementwiseOps.scale(
                        penalty(penalty, batch, scores, context, update), penalty.weight() * penalty.interval());
                sum = sum == null ? term : ElementwiseOps.add(sum, term);
            }
        }
        return sum;
    }

    private Tensor penalty(
            GradientPenalty penalty, TrainingBatch batch, Scores scores, ForwardContext context, long update) {
        Tensor points = switch (penalty.at()) {
            case REAL -> batch.real();
            case GENERATED -> batch.fake();
            case BETWEEN -> interpolated(batch, update);
            case NEAR_REAL -> perturbedReal(batch, update);
        };
        Tensor logits = switch (penalty.at()) {
            case REAL -> scores.real();
            case GENERATED -> scores.fake();
            default ->
                answer(
                                points,
                                batch.realBeside(),
                                batch.realLabels(),
                                context.next().next())
                        .logits();
        };
        return GradientPenaltyTerms.penalty(logits, points, penalty.center());
    }

    /** Points ε x + (1 - ε) G(z), with one ε per image, uniform in [0, 1] (Gulrajani 2017). */
    private Tensor interpolated(TrainingBatch batch, long update) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.PENALTY, update);
        float[] real = batch.real().toFloats();
        float[] fake = batch.fake().toFloats();
        int size = spec.image().size();
        for (int start = 0; start < real.length; start += size) {
            float share = (float) random.nextDouble();
            for (int i = start; i < start + size; i++) {
                real[i] = fake[i] + share * (real[i] - fake[i]);
            }
        }
        return Tensor.of(real, batch.real().shape()).asVariable();
    }

    /** Points x + δ, with each δ uniform in [0, half of the batch's standard deviation] (Kodali 2017). */
    private Tensor perturbedReal(TrainingBatch batch, long update) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.PENALTY, update);
        float[] real = batch.real().toFloats();
        double sum = 0;
        double squares = 0;
        for (float value : real) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / real.length;
        double limit = DRAGAN_SHARE * Math.sqrt(Math.max(0, squares / real.length - mean * mean));
        for (int i = 0; i < real.length; i++) {
            real[i] += (float) (limit * random.nextDouble());
        }
        return Tensor.of(real, batch.real().shape()).asVariable();
    }
}
