package org.ganvas.lab;

import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.jspecify.annotations.Nullable;

/** Sentences and labels about D's answers, in any language. Pure functions; any thread. */
public final class LabTexts {

    /** Bits that are shown as 0.00. */
    private static final double LEAST = 0.005;

    private LabTexts() {}

    /** How close D is to the best D, in bits where the loss is a cross entropy; null while it is not known. */
    public static @Nullable Message gap(GanSpec spec, @Nullable DiscriminatorOptimum optimum) {
        LossSpec loss = spec.loss();
        if (loss.encodes()) {
            return Message.of("lab.gap.encoder");
        }
        if (loss.estimatesDistance()) {
            return Message.of("lab.gap.critic");
        }
        if (optimum == null) {
            return null;
        }
        Message sentence = inBits(spec)
                ? inBits(bits(optimum.loss()), bits(optimum.bestLoss()))
                : Message.of(
                        "lab.gap.loss",
                        value(optimum.loss()),
                        value(optimum.bestLoss()),
                        value(loss.discriminatorEquilibrium()));
        boolean penalties = spec.regularizers().stream()
                .anyMatch(one -> one instanceof Regularizer.GradientPenalty
                        || one instanceof Regularizer.SpectralNorm
                        || one instanceof Regularizer.WeightClip);
        return penalties ? Message.of("lab.gap.withoutPenalties", sentence) : sentence;
    }

    private static Message inBits(double seen, double possible) {
        return seen < LEAST
                ? Message.of("lab.gap.nothing", NumberText.hundredths(possible))
                : Message.of("lab.gap.bits", NumberText.hundredths(seen), NumberText.hundredths(possible));
    }

    private static String value(double loss) {
        return NumberText.decimals(loss, 3);
    }

    /** Whether D's loss on real and generated points is a number of bits. */
    public static boolean inBits(GanSpec spec) {
        return spec.loss().hasProbabilities()
                && !spec.loss().paired()
                && spec.regularizer(Regularizer.LabelSmoothing.class).isEmpty();
    }

    /** Bits of a real-or-generated answer that a cross entropy leaves known: 0 for blind guessing, 1 for certainty. */
    public static double bits(double loss) {
        return 1 - loss / (2 * Math.log(2));
    }

    /** A logit, with its probability where it has one. */
    public static Message answer(LossSpec loss, double logit) {
        return answer(loss, logit, NumberText.hundredths(logit));
    }

    private static Message answer(LossSpec loss, double logit, String plain) {
        return loss.hasProbabilities() && !loss.paired()
                ? Message.of("lab.key.answer", plain, NumberText.percent(1 / (1 + Math.exp(-logit))))
                : Message.verbatim(plain);
    }

    /**
     * Text at an end of the colours of D's answer.
     *
     * @param neutral logit without a colour
     * @param scale distance of the ends from it
     * @param side -1 for generated points, 1 for real ones
     */
    public static Message end(LossSpec loss, double neutral, double scale, int side) {
        double logit = neutral + side * scale;
        Message answer = answer(loss, logit, NumberText.resolved(logit, scale));
        return side < 0 ? Message.of("lab.key.generated", answer) : Message.of("lab.key.real", answer);
    }
}
