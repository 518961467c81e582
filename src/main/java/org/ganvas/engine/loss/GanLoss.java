package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.spec.LossTerm;

/**
 * What D and G minimise, as functions of D's logits: r for real pictures, f for generated ones, each [batch, 1]. Computes
 * whatever terms the registry ({@link LossSpec}) lists; knows no loss by name.
 *
 * @param spec the game
 * @param smoothing share taken off the label of real pictures, 0 for none
 */
public record GanLoss(LossSpec spec, double smoothing) {

    /** The loss of a choice, without smoothing. */
    public static GanLoss of(LossSpec spec) {
        return new GanLoss(spec, 0);
    }

    /** D's loss, of shape [1]. */
    public Tensor discriminatorLoss(Tensor real, Tensor fake) {
        if (spec.paired()) {
            return mean(spec.real(), ElementwiseOps.sub(real, fake));
        }
        Tensor ofReal = mean(spec.real(), real);
        if (smoothing > 0) {
            // A real picture counts as generated to the share that was taken off.
            ofReal = ElementwiseOps.add(
                    ElementwiseOps.scale(ofReal, 1 - smoothing),
                    ElementwiseOps.scale(mean(spec.fake(), real), smoothing));
        }
        return ElementwiseOps.add(ofReal, mean(spec.fake(), fake));
    }

    /**
     * G's loss, of shape [1].
     *
     * @param real logits of real pictures, which only paired losses look at
     */
    public Tensor generatorLoss(Tensor fake, Tensor real) {
        return mean(spec.generator(), spec.paired() ? ElementwiseOps.sub(fake, real) : fake);
    }

    /** G's loss where it looks at generated pictures alone. */
    public Tensor generatorLoss(Tensor fake) {
        return generatorLoss(fake, fake);
    }

    /** ‖mean h(x) - mean h(G(z))‖², of shape [1]: G's loss in feature matching, for features [batch, width]. */
    public static Tensor featureDistance(Tensor real, Tensor fake) {
        return ReductionOps.sum(
                ElementwiseOps.square(ElementwiseOps.sub(ReductionOps.mean(real, 0), ReductionOps.mean(fake, 0))));
    }

    private static Tensor mean(LossTerm term, Tensor logits) {
        Tensor t = term.sign() == 1 ? logits : ElementwiseOps.scale(logits, term.sign());
        if (term.offset() != 0) {
            t = ElementwiseOps.shift(t, term.offset());
        }
        Tensor curve = switch (term.curve()) {
            case SOFTPLUS -> ActivationOps.softplus(t);
            case SQUARE -> ElementwiseOps.square(t);
            case LINEAR -> t;
            case HINGE -> ElementwiseOps.relu(t);
        };
        Tensor mean = ReductionOps.mean(curve);
        return term.factor() == 1 ? mean : ElementwiseOps.scale(mean, term.factor());
    }
}
