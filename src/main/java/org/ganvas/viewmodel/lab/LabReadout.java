package org.ganvas.viewmodel.lab;

import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabResult;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Texts about a result: the gap to the best D in one sentence, and everything about a place. Pure functions; FX thread. */
final class LabReadout {

    /** What is smaller is shown as 0.00. */
    private static final double LEAST = 0.005;

    /** Share of the greatest density below which there are practically no points. */
    private static final double EMPTY = 1e-5;

    private LabReadout() {}

    /** How close D is to the best D, in bits where the loss is a cross entropy; empty while it is not known. */
    static String gap(GanSpec spec, @Nullable LabResult result) {
        LossSpec loss = spec.loss();
        if (loss.encodes()) {
            return Messages.text("lab.gap.encoder");
        }
        if (loss.estimatesDistance()) {
            return Messages.text("lab.gap.critic");
        }
        DiscriminatorOptimum optimum = result == null ? null : result.optimum();
        if (optimum == null) {
            return "";
        }
        String sentence = inBits(spec)
                ? inBits(bits(optimum.loss()), bits(optimum.bestLoss()))
                : Messages.text(
                        "lab.gap.loss",
                        NumberFormats.value(optimum.loss()),
                        NumberFormats.value(optimum.bestLoss()),
                        NumberFormats.value(loss.discriminatorEquilibrium()));
        boolean penalties = spec.regularizers().stream()
                .anyMatch(one -> one instanceof Regularizer.GradientPenalty
                        || one instanceof Regularizer.SpectralNorm
                        || one instanceof Regularizer.WeightClip);
        return penalties ? sentence + " " + Messages.text("lab.gap.withoutPenalties") : sentence;
    }

    private static String inBits(double seen, double possible) {
        return seen < LEAST
                ? Messages.text("lab.gap.nothing", NumberFormats.length(possible))
                : Messages.text("lab.gap.bits", NumberFormats.length(seen), NumberFormats.length(possible));
    }

    private static boolean inBits(GanSpec spec) {
        return spec.loss().hasProbabilities()
                && !spec.loss().paired()
                && spec.regularizer(Regularizer.LabelSmoothing.class).isEmpty();
    }

    /** Bits of a real-or-generated answer that a cross entropy leaves known: 0 for blind guessing, 1 for certainty. */
    static double bits(double loss) {
        return 1 - loss / (2 * Math.log(2));
    }

    /** How both densities are known. */
    static String source(@Nullable DiscriminatorOptimum optimum) {
        return optimum == null
                ? ""
                : Messages.text(
                        optimum.closedForm() ? "lab.source.exact" : "lab.source.estimated",
                        NumberFormats.amount(optimum.width()));
    }

    /**
     * Everything about a place.
     *
     * @param x as the networks take it
     * @param y as the networks take it
     * @param near number of generated points near it
     * @param transform to the user's units, in which the place is told
     */
    static String place(GanSpec spec, LabResult result, double x, double y, int near, PointTransform transform) {
        StringBuilder text = new StringBuilder(at(x, y, transform));
        LabResult.Field field = result.field();
        double logit = field == null ? Double.NaN : field.lattice().interpolate(field.logits(), x, y);
        if (Double.isFinite(logit)) {
            text.append('\n').append(Messages.text("lab.place.answer", answer(spec.loss(), logit)));
        }
        DiscriminatorOptimum optimum = result.optimum();
        if (optimum != null) {
            double real = optimum.lattice().interpolate(optimum.real(), x, y);
            double fake = optimum.lattice().interpolate(optimum.fake(), x, y);
            double best = best(spec, optimum, real, fake, x, y);
            boolean empty = Math.max(real, fake) < EMPTY * Math.max(greatest(optimum.real()), greatest(optimum.fake()));
            if (Double.isFinite(best)) {
                text.append('\n')
                        .append(
                                empty
                                        ? Messages.text("lab.place.anything")
                                        : Messages.text("lab.place.best", answer(spec.loss(), best)));
            }
            if (Double.isFinite(real)) {
                text.append('\n')
                        .append(Messages.text(
                                "lab.place.densities",
                                NumberFormats.amount(real / transform.scaleX() / transform.scaleY()),
                                NumberFormats.amount(fake / transform.scaleX() / transform.scaleY())));
            }
        }
        return text.append('\n')
                .append(Messages.text("lab.place.near", NumberFormats.count(near)))
                .toString();
    }

    /**
     * D's best output at a place: the logarithm of the ratio of the two densities that are told with it where that is the best
     * one, and not the surface's, which is bounded where one of them is tiny.
     */
    private static double best(
            GanSpec spec, DiscriminatorOptimum optimum, double real, double fake, double x, double y) {
        if (inBits(spec) && spec.pack() == 1 && real > 0 && fake > 0) {
            return Math.log(real / fake);
        }
        return optimum.exists() ? optimum.lattice().interpolate(optimum.best(), x, y) : Double.NaN;
    }

    private static double greatest(float[] densities) {
        float greatest = 0;
        for (float density : densities) {
            greatest = Math.max(greatest, density);
        }
        return greatest;
    }

    private static String at(double x, double y, PointTransform transform) {
        return transform.isIdentity()
                ? Messages.text("lab.place.at", NumberFormats.length(x), NumberFormats.length(y))
                : Messages.text(
                        "lab.place.at",
                        NumberFormats.coordinate(transform.toDataX(x), transform.scaleX()),
                        NumberFormats.coordinate(transform.toDataY(y), transform.scaleY()));
    }

    /** A logit, with its probability where it has one. */
    static String answer(LossSpec loss, double logit) {
        // No minus zero.
        double shown = Math.abs(logit) < LEAST ? 0 : logit;
        String plain = NumberFormats.length(shown).replace('-', '−');
        return loss.hasProbabilities() && !loss.paired()
                ? Messages.text("field.probability", plain, NumberFormats.percent(1 / (1 + Math.exp(-logit))))
                : plain;
    }
}
