package org.ganvas.viewmodel.lab;

import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.lab.LabTexts;
import org.ganvas.message.Message;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabResult;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Texts about a result: the gap to the best D in one sentence, and everything about a place. Pure functions; FX thread. */
final class LabReadout {

    /** Share of the greatest density below which there are practically no points. */
    private static final double EMPTY = 1e-5;

    /** Share of the points per unit of the networks' area below which there are practically none. */
    private static final double NO_DENSITY = 1e-4;

    private LabReadout() {}

    /** How close D is to the best D, in bits where the loss is a cross entropy; empty while it is not known. */
    static String gap(GanSpec spec, @Nullable LabResult result) {
        Message sentence = LabTexts.gap(spec, result == null ? null : result.optimum());
        return sentence == null ? "" : Messages.text(sentence);
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
                                "lab.place.densities", density(real, transform), density(fake, transform)));
            }
        }
        return text.append('\n')
                .append(Messages.text("lab.place.near", NumberFormats.count(near)))
                .toString();
    }

    /** A density in the user's units; words where it is none that a number of points could show. */
    private static String density(double density, PointTransform transform) {
        return density < NO_DENSITY
                ? Messages.text("lab.place.none")
                : NumberFormats.amount(density / transform.scaleX() / transform.scaleY());
    }

    /**
     * D's best output at a place: the logarithm of the ratio of the two densities that are told with it where that is the best
     * one, and not the surface's, which is bounded where one of them is tiny.
     */
    private static double best(
            GanSpec spec, DiscriminatorOptimum optimum, double real, double fake, double x, double y) {
        if (LabTexts.inBits(spec) && spec.pack() == 1 && real > 0 && fake > 0) {
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
        return Messages.text(LabTexts.answer(loss, logit));
    }
}
