package org.ganvas.engine.loss;

import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.LossTerm;

/**
 * Adversarial losses of D and G as functions of D's logits of real and generated images, each [batch, patches],
 * with one patch unless D answers by a map. Computed from the
 * terms that the registry ({@link LossSpec}) lists, without a case per loss. Immutable; any one thread.
 *
 * @param spec terms of the loss
 * @param smoothing share taken off the label of real images (one-sided label smoothing), 0 for none
 */
public record GanLoss(LossSpec spec, double smoothing) {

    /** A loss without label smoothing. */
    public static GanLoss of(LossSpec spec) {
        return new GanLoss(spec, 0);
    }

    /** D's loss, of shape [1]. */
    public Tensor discriminatorLoss(Tensor real, Tensor fake) {
        if (spec.paired()) {
            return mean(spec.real(), ElementwiseOps.sub(real, fake));
        }
        Tensor realLoss = mean(spec.real(), real);
        if (smoothing > 0) {
            // With label 1 - s, a real image counts as generated to the share s.
            realLoss = ElementwiseOps.add(
                    ElementwiseOps.scale(realLoss, 1 - smoothing),
                    ElementwiseOps.scale(mean(spec.fake(), real), smoothing));
        }
        return ElementwiseOps.add(realLoss, mean(spec.fake(), fake));
    }

    /**
     * G's loss, of shape [1].
     *
     * @param real logits of real images, which only paired losses use
     */
    public Tensor generatorLoss(Tensor fake, Tensor real) {
        return mean(spec.generator(), spec.paired() ? ElementwiseOps.sub(fake, real) : fake);
    }

    /** G's loss of a loss that is not paired, of shape [1]. */
    public Tensor generatorLoss(Tensor fake) {
        return generatorLoss(fake, fake);
    }

    /** G's loss in feature matching (Salimans 2016), ‖mean h(x) - mean h(G(z))‖² for features [batch, width]; of shape [1]. */
    public static Tensor featureDistance(Tensor real, Tensor fake) {
        return ReductionOps.sum(
                ElementwiseOps.square(ElementwiseOps.sub(ReductionOps.mean(real, 0), ReductionOps.mean(fake, 0))));
    }

    /**
     * Loss of an encoder whose real values D should take for generated ones: G's, mirrored about the logit of the equilibrium,
     * of shape [1].
     *
     * @param real D's logits of real values
     */
    public Tensor encoderLoss(Tensor real) {
        double middle = spec.equilibriumLogit();
        Tensor mirrored = ElementwiseOps.scale(real, -1);
        return generatorLoss(middle == 0 ? mirrored : ElementwiseOps.shift(mirrored, 2 * middle));
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
