package org.ganvas.viewmodel.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.message.NumberText;
import org.ganvas.session.lab.StepTrace;
import org.ganvas.viewmodel.lab.StepSentence.Kind;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Sentences about a recorded step, in the current language. Every number is the record's own. FX thread. */
final class StepNarrator {

    /** Share of the strongest force below which a point feels almost nothing. */
    private static final double WEAK = 0.05;

    private static final double STRONG_QUANTILE = 0.95;

    /** Change of a loss that is a rounding error. */
    private static final double LEAST_CHANGE = 1e-7;

    private final StepTrace trace;
    private final GanSpec spec;
    private final double bestLoss;
    private final List<StepSentence> sentences = new ArrayList<>();

    private StepNarrator(StepTrace trace, double bestLoss) {
        this.trace = trace;
        this.bestLoss = bestLoss;
        spec = trace.spec();
    }

    /**
     * The sentences about a step.
     *
     * @param bestLoss loss that the best D would have had before it; NaN where that is not known
     */
    static List<StepSentence> tell(StepTrace trace, double bestLoss) {
        StepNarrator narrator = new StepNarrator(trace, bestLoss);
        if (trace.discriminator() != null) {
            narrator.tellOfDiscriminator(trace.discriminator());
        }
        if (trace.generator() != null) {
            narrator.tellOfGenerator(trace.generator());
        }
        narrator.tellEnd();
        return List.copyOf(narrator.sentences);
    }

    private void say(Kind kind, String key, Object... numbers) {
        sentences.add(new StepSentence(kind, Messages.text(key, numbers)));
    }

    private void tellOfDiscriminator(StepTrace.DiscriminatorHalf half) {
        int fakes = half.fake().length / 2;
        int dimensions = half.latentDimensions();
        say(
                Kind.LATENTS,
                dimensions == 1 ? "lab.say.latents.one" : dimensions == 2 ? "lab.say.latents" : "lab.say.latents.more",
                NumberFormats.count(fakes),
                NumberFormats.count(dimensions));
        say(Kind.FAKES, "lab.say.fakes", NumberFormats.count(fakes));
        say(Kind.REAL, "lab.say.real", NumberFormats.count(half.real().length / 2));
        int answers = half.realBefore().length + half.fakeBefore().length;
        say(
                Kind.ANSWERS,
                spec.pack() > 1 ? "lab.say.answers.packs" : "lab.say.answers",
                NumberFormats.count(answers),
                percent(right(half), answers));
        tellLoss();
        if (trace.report().penalty() != 0) {
            say(
                    Kind.PENALTY,
                    "lab.say.penalty",
                    NumberFormats.amount(trace.report().penalty()));
        }
        say(Kind.D_GRADIENT, "lab.say.gradient", NumberFormats.count(spec.discriminatorParameters()));
        say(
                Kind.D_UPDATE,
                "lab.say.updateD",
                name(spec.training().discriminatorOptimizer()),
                share(trace.report().discriminatorUpdate().updateRatio()));
        tellChange(trace.report().discriminatorLoss(), half.lossAfter());
    }

    /** With as many digits as it takes to see the change. */
    private void tellChange(double before, double after) {
        double change = after - before;
        if (Math.abs(change) < LEAST_CHANGE || !Double.isFinite(change)) {
            say(Kind.D_CHANGE, "lab.say.changeD.same", NumberFormats.value(before));
            return;
        }
        int decimals = Math.max(3, (int) Math.ceil(-Math.log10(Math.abs(change))) + 1);
        String signed = NumberText.decimals(change, decimals);
        say(
                Kind.D_CHANGE,
                "lab.say.changeD",
                NumberText.decimals(before, decimals),
                NumberText.decimals(after, decimals),
                change > 0 ? "+" + signed : signed);
    }

    private void tellLoss() {
        LossSpec loss = spec.loss();
        String value = NumberFormats.value(trace.report().discriminatorLoss());
        if (loss.estimatesDistance()) {
            say(Kind.D_LOSS, "lab.say.lossD.critic", value);
        } else if (Double.isNaN(bestLoss)) {
            say(Kind.D_LOSS, "lab.say.lossD", value, NumberFormats.value(loss.discriminatorEquilibrium()));
        } else {
            say(
                    Kind.D_LOSS,
                    "lab.say.lossD.best",
                    value,
                    NumberFormats.value(loss.discriminatorEquilibrium()),
                    NumberFormats.value(bestLoss));
        }
    }

    /** Answers on the right side of the neutral one. */
    private int right(StepTrace.DiscriminatorHalf half) {
        double neutral = trace.field().neutral();
        if (spec.loss().estimatesDistance()) {
            neutral = (mean(half.realBefore()) + mean(half.fakeBefore())) / 2;
        }
        int right = 0;
        for (float logit : half.realBefore()) {
            right += logit > neutral ? 1 : 0;
        }
        for (float logit : half.fakeBefore()) {
            right += logit < neutral ? 1 : 0;
        }
        return right;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private void tellOfGenerator(StepTrace.GeneratorHalf half) {
        boolean alone = trace.discriminator() == null;
        say(
                Kind.G_TURN,
                alone ? "lab.say.turnG.alone" : spec.loss().paired() ? "lab.say.turnG.pairs" : "lab.say.turnG");
        say(Kind.G_LOSS, "lab.say.lossG", NumberFormats.value(trace.report().generatorLoss()));
        int count = half.before().length / 2;
        double[] strengths = new double[count];
        double moved = 0;
        int along = 0;
        for (int i = 0; i < count; i++) {
            double forceX = half.forces()[2 * i];
            double forceY = half.forces()[2 * i + 1];
            double dx = half.after()[2 * i] - half.before()[2 * i];
            double dy = half.after()[2 * i + 1] - half.before()[2 * i + 1];
            strengths[i] = Math.hypot(forceX, forceY);
            moved += Math.hypot(dx, dy) / count;
            along += dx * forceX + dy * forceY > 0 ? 1 : 0;
        }
        double[] sorted = strengths.clone();
        Arrays.sort(sorted);
        double limit = WEAK * sorted[(int) (STRONG_QUANTILE * (count - 1))];
        long weak =
                Arrays.stream(strengths).filter(strength -> strength <= limit).count();
        say(Kind.FORCES, "lab.say.forces", percent(weak, count), percent(WEAK));
        say(Kind.G_GRADIENT, "lab.say.backG");
        say(
                Kind.G_UPDATE,
                "lab.say.updateG",
                name(spec.training().generatorOptimizer()),
                share(trace.report().generatorUpdate().updateRatio()));
        say(Kind.G_CHANGE, "lab.say.changeG", NumberFormats.amount(moved), percent(along, count));
    }

    private void tellEnd() {
        int ofD = trace.discriminator() == null ? 0 : spec.training().discriminatorSteps();
        int ofG = trace.generator() == null ? 0 : spec.training().generatorSteps();
        say(
                Kind.END,
                spec.training().averagesWeights() ? "lab.say.end.average" : "lab.say.end",
                NumberFormats.count(trace.step()),
                NumberFormats.count(ofD),
                NumberFormats.count(ofG));
    }

    private static String name(OptimizerSpec optimizer) {
        return switch (optimizer.kind()) {
            case ADAM -> "Adam";
            case RMSPROP -> "RMSProp";
            case SGD -> "SGD";
        };
    }

    private static String percent(long some, int all) {
        return percent((double) some / all);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String share(double ratio) {
        return NumberFormats.amount(100 * ratio) + " %";
    }
}
