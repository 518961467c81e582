package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.RandomStream;
import org.ganvas.data.RandomStream.Purpose;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.loss.AuxiliaryHeadLoss;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.loss.GradientPenalties;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Discriminator.Judgement;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.Regularizer.Where;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/** One update of D: the game's loss, what regularizers add to it, and the limits on its weights. */
final class DiscriminatorUpdate {

    /** Share of the batch's deviation by which DRAGAN moves real pictures (Kodali 2017). */
    private static final double NEARBY = 0.5;

    private static final Optimizer.Afterwards NOTHING = (variable, start, weights, count) -> {};

    private final GanSpec spec;
    private final long seed;
    private final Discriminator discriminator;
    private final GanLoss loss;
    private final Optimizer optimizer;
    private final Optimizer.Afterwards limits;
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
        limits = spec.regularizer(Regularizer.WeightClip.class)
                .map(clip -> clipping((float) clip.limit()))
                .orElse(NOTHING);
    }

    private static Optimizer.Afterwards clipping(float limit) {
        return (variable, start, weights, count) -> {
            for (int i = 0; i < count; i++) {
                weights[i] = Math.max(-limit, Math.min(limit, weights[i]));
            }
        };
    }

    /**
     * What D is shown.
     *
     * @param real pictures
     * @param realLabels theirs
     * @param fake generated pictures, constants
     * @param source what they were made from
     */
    record Shown(Tensor real, int[] realLabels, Tensor fake, BatchLoader.Source source) {}

    /**
     * The figures.
     *
     * @param loss of the game
     * @param penalty what gradient penalties added
     * @param real D's logits of the real batch
     * @param fake D's logits of the generated batch
     * @param move of D's weights
     */
    record Result(double loss, double penalty, Tensor real, Tensor fake, UpdateStatistics move) {}

    /**
     * Updates.
     *
     * @param pass random numbers of the passes; this update may use four
     * @param time number of the step, counted from 1
     * @param update number of D's update, counted from 1
     */
    Result run(Shown shown, ForwardContext pass, long time, long update) {
        boolean variables = penalties.stream().anyMatch(p -> p.at() == Where.REAL || p.at() == Where.GENERATED);
        Tensor real = variables ? shown.real().asVariable() : shown.real();
        Tensor fake = variables ? shown.fake().asVariable() : shown.fake();
        Verdict[] judged = judge(real, fake, shown, pass);
        Tensor game =
                FiniteCheck.require(loss.discriminator(judged[0].logits(), judged[1].logits()), "discriminator", time);
        Tensor total = game;
        Tensor head = head(judged, shown);
        if (head != null) {
            total = ElementwiseOps.add(total, head);
        }
        Tensor penalty = penalty(new Points(real, fake, judged), shown, pass, update);
        if (penalty != null) {
            total = ElementwiseOps.add(total, FiniteCheck.require(penalty, "discriminator", time));
        }
        List<Tensor> gradients = Autograd.grad(total, optimizer.targets(), false);
        UpdateStatistics move =
                optimizer.update(gradients, update, spec.training().schedule().factor(time), limits);
        return new Result(
                game.scalar(),
                penalty == null ? 0 : penalty.scalar(),
                judged[0].logits(),
                judged[1].logits(),
                FiniteCheck.move(move, "discriminator", time));
    }

    /** What counts of a judgement here. */
    private record Verdict(Tensor logits, @Nullable Tensor head) {
        static Verdict of(Judgement judgement) {
            return new Verdict(judgement.logits(), judgement.head());
        }
    }

    /** D on both batches: in one pass where no logit depends on other pictures, because that is faster. */
    private Verdict[] judge(Tensor real, Tensor fake, Shown shown, ForwardContext pass) {
        int[] fakeLabels = shown.source().labels();
        boolean apart = discriminator.mixesBatch() || real != shown.real();
        if (apart) {
            return new Verdict[] {
                Verdict.of(discriminator.judge(real, shown.realLabels(), pass)),
                Verdict.of(discriminator.judge(fake, fakeLabels, pass.next()))
            };
        }
        int batch = fakeLabels.length;
        int[] labels = new int[2 * batch];
        System.arraycopy(shown.realLabels(), 0, labels, 0, batch);
        System.arraycopy(fakeLabels, 0, labels, batch, batch);
        Judgement both = discriminator.judge(ViewOps.concat(0, real, fake), labels, pass);
        return new Verdict[] {half(both, 0), half(both, 1)};
    }

    private static Verdict half(Judgement both, int which) {
        Tensor head = both.head();
        return new Verdict(half(both.logits(), which), head == null ? null : half(head, which));
    }

    private static Tensor half(Tensor both, int which) {
        long batch = both.size(0) / 2;
        return ViewOps.slice(both, 0, which * batch, batch);
    }

    private @Nullable Tensor head(Verdict[] judged, Shown shown) {
        Tensor ofReal = judged[0].head();
        Tensor ofFake = judged[1].head();
        if (ofReal == null || ofFake == null) {
            return null;
        }
        Tensor generated = generatedHead(spec, ofFake, shown.source());
        return spec.conditioning() == Conditioning.AUXILIARY
                ? ElementwiseOps.add(generated, AuxiliaryHeadLoss.classes(ofReal, shown.realLabels(), spec.classes()))
                : generated;
    }

    /** What both players want of the second head for generated pictures. */
    static Tensor generatedHead(GanSpec spec, Tensor head, BatchLoader.Source source) {
        Tensor classes = AuxiliaryHeadLoss.classes(head, source.labels(), spec.classes());
        if (spec.codes() == 0) {
            return classes;
        }
        int batch = source.labels().length;
        int codes = spec.codes();
        float[] wanted = new float[batch * codes];
        for (int i = 0; i < batch; i++) {
            System.arraycopy(source.latents(), (i + 1) * spec.latentDim() - codes, wanted, i * codes, codes);
        }
        return ElementwiseOps.add(classes, AuxiliaryHeadLoss.codes(head, wanted, spec.classes()));
    }

    /** Where penalties may look. */
    private record Points(Tensor real, Tensor fake, Verdict[] judged) {}

    private @Nullable Tensor penalty(Points points, Shown shown, ForwardContext pass, long update) {
        Tensor sum = null;
        for (GradientPenalty penalty : penalties) {
            if (penalty.weight() > 0 && (update - 1) % penalty.interval() == 0) {
                Tensor one = ElementwiseOps.scale(
                        penalty(penalty, points, shown, pass, update), penalty.weight() * penalty.interval());
                sum = sum == null ? one : ElementwiseOps.add(sum, one);
            }
        }
        return sum;
    }

    private Tensor penalty(GradientPenalty penalty, Points points, Shown shown, ForwardContext pass, long update) {
        Tensor at = switch (penalty.at()) {
            case REAL -> points.real();
            case GENERATED -> points.fake();
            case BETWEEN -> between(shown, update);
            case NEAR_REAL -> nearReal(shown, update);
        };
        Tensor logits = switch (penalty.at()) {
            case REAL -> points.judged()[0].logits();
            case GENERATED -> points.judged()[1].logits();
            default -> discriminator.logits(at, shown.realLabels(), pass.next().next());
        };
        return GradientPenalties.of(logits, at, penalty.center());
    }

    /** ε x + (1 - ε) G(z), with one ε a picture. */
    private Tensor between(Shown shown, long update) {
        RandomStream random = new RandomStream(seed, Purpose.PENALTY, update);
        float[] real = shown.real().toFloats();
        float[] fake = shown.fake().toFloats();
        int size = spec.image().size();
        for (int start = 0; start < real.length; start += size) {
            float share = (float) random.nextDouble();
            for (int i = start; i < start + size; i++) {
                real[i] = fake[i] + share * (real[i] - fake[i]);
            }
        }
        return Tensor.of(real, shown.real().shape()).asVariable();
    }

    /** x + δ with δ uniform up to half of the batch's deviation. */
    private Tensor nearReal(Shown shown, long update) {
        RandomStream random = new RandomStream(seed, Purpose.PENALTY, update);
        float[] real = shown.real().toFloats();
        double sum = 0;
        double squares = 0;
        for (float value : real) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / real.length;
        double reach = NEARBY * Math.sqrt(Math.max(0, squares / real.length - mean * mean));
        for (int i = 0; i < real.length; i++) {
            real[i] += (float) (reach * random.nextDouble());
        }
        return Tensor.of(real, shown.real().shape()).asVariable();
    }
}
