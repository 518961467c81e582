package org.ganvas.engine.loss;

import static org.ganvas.engine.autodiff.Activations.softplus;
import static org.ganvas.engine.autodiff.Arith.add;
import static org.ganvas.engine.autodiff.Arith.scale;
import static org.ganvas.engine.autodiff.Reduce.mean;

import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.LossSpec;

/** What D and G minimise, as functions of D's logits: r for real pictures, f for generated ones, each [batch, 1]. */
public interface GanLoss {

    /** D's loss, of shape [1], in nats. */
    Tensor discriminator(Tensor real, Tensor fake);

    /** G's loss, of shape [1], in nats. */
    Tensor generator(Tensor fake);

    /** The loss of a choice. */
    static GanLoss of(LossSpec spec) {
        return switch (spec) {
            case NON_SATURATING -> new NonSaturating();
            case MINIMAX -> new Minimax();
        };
    }

    /** E s(-r) + E s(f): cross entropy of "real or generated?", the same in both games (Goodfellow et al. 2014). */
    private static Tensor crossEntropy(Tensor real, Tensor fake) {
        return add(mean(softplus(scale(real, -1))), mean(softplus(fake)));
    }

    /** G minimises E s(-f) (Goodfellow et al. 2014, section 3): strong gradients where D rejects. */
    record NonSaturating() implements GanLoss {
        @Override
        public Tensor discriminator(Tensor real, Tensor fake) {
            return crossEntropy(real, fake);
        }

        @Override
        public Tensor generator(Tensor fake) {
            return mean(softplus(scale(fake, -1)));
        }
    }

    /** G minimises -E s(f), which is E ln(1 - D(G(z))): its gradient vanishes where D rejects. */
    record Minimax() implements GanLoss {
        @Override
        public Tensor discriminator(Tensor real, Tensor fake) {
            return crossEntropy(real, fake);
        }

        @Override
        public Tensor generator(Tensor fake) {
            return scale(mean(softplus(fake)), -1);
        }
    }
}
