package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Discriminator.Output;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/** One update of G through the current D, whose weights stay as they are. The training thread's. */
final class GeneratorUpdate {

    private final GanSpec spec;
    private final Discriminator discriminator;
    private final GanLoss loss;
    private final Optimizer optimizer;
    private final @Nullable ExponentialMovingAverage average;

    GeneratorUpdate(
            GanSpec spec,
            Discriminator discriminator,
            GanLoss loss,
            Optimizer optimizer,
            @Nullable ExponentialMovingAverage average) {
        this.spec = spec;
        this.discriminator = discriminator;
        this.loss = loss;
        this.optimizer = optimizer;
        this.average = average;
    }

    /**
     * The scalars of an update.
     *
     * @param loss the adversarial loss
     * @param statistics gradient norm and update ratio of G's weights
     */
    record Result(double loss, UpdateStatistics statistics) {
        /** The result of a step without updates of G. */
        static final Result NONE = new Result(0, UpdateStatistics.NONE);
    }

    /**
     * Updates G's weights and their moving average.
     *
     * @param batch with generated images that carry their graph back to G
     * @param context of the first forward pass; the update takes the random numbers of two
     * @param step number of the training step, from 1
     * @param update number of G's update, from 1
     * @throws DivergenceException if the loss or the gradient is not finite
     */
    Result run(TrainingBatch batch, ForwardContext context, long step, long update) {
        Output fake = discriminator.forward(batch.fake(), batch.fakeLabels(), context);
        Tensor adversarial =
                FiniteNumberCheck.requireLoss(adversarialLoss(fake, batch, context.next()), Player.GENERATOR, step);
        Tensor head = fake.head();
        Tensor total = head == null
                ? adversarial
                : ElementwiseOps.add(adversarial, DiscriminatorUpdate.generatedHeadLoss(spec, head, batch));
        List<Tensor> gradients = Autograd.grad(total, optimizer.parameters(), false);
        double factor = spec.training().schedule().factor(step);
        UpdateStatistics statistics =
                optimizer.update(gradients, update, factor, ExponentialMovingAverage.weightHook(average, update));
        if (average != null) {
            average.updateRunningStatistics(update);
        }
        return new Result(adversarial.scalar(), FiniteNumberCheck.requireGradient(statistics, Player.GENERATOR, step));
    }

    private Tensor adversarialLoss(Output fake, TrainingBatch batch, ForwardContext context) {
        if (!loss.spec().paired() && !loss.spec().matchesFeatures()) {
            return loss.generatorLoss(fake.logits());
        }
        Output real = Autograd.withoutGraph(() -> discriminator.forward(batch.real(), batch.realLabels(), context));
        return loss.spec().paired()
                ? loss.generatorLoss(fake.logits(), real.logits())
                : GanLoss.featureDistance(real.features(), fake.features());
    }
}
