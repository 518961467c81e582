package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator.Output;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/** One update of G, through D as it is now. */
final class GeneratorUpdate {

    private static final Optimizer.ChunkHook NOTHING = (variable, start, weights, count) -> {};

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
     * The figures.
     *
     * @param loss of the game
     * @param move of G's weights
     */
    record Result(double loss, UpdateStatistics move) {
        /** Of a step that leaves G alone. */
        static final Result NONE = new Result(0, UpdateStatistics.NONE);
    }

    /**
     * Updates.
     *
     * @param shown the generated pictures with how they were made, and real ones to compare with
     * @param pass random numbers of the passes; this update may use two
     * @param time number of the step, counted from 1
     * @param update number of G's update, counted from 1
     */
    Result run(DiscriminatorUpdate.Shown shown, ForwardContext pass, long time, long update) {
        Output fake = discriminator.forward(shown.fake(), shown.source().labels(), pass);
        Tensor game = FiniteCheck.requireLoss(game(fake, shown, pass.next()), "generator", time);
        Tensor head = fake.head();
        Tensor total = head == null
                ? game
                : ElementwiseOps.add(game, DiscriminatorUpdate.generatedHead(spec, head, shown.source()));
        List<Tensor> gradients = Autograd.grad(total, optimizer.parameters(), false);
        double factor = spec.training().schedule().factor(time);
        UpdateStatistics move =
                optimizer.update(gradients, update, factor, average == null ? NOTHING : average.weightHook(update));
        if (average != null) {
            average.updateRunningStatistics(update);
        }
        return new Result(game.scalar(), FiniteCheck.requireGradient(move, "generator", time));
    }

    private Tensor game(Output fake, DiscriminatorUpdate.Shown shown, ForwardContext pass) {
        if (!loss.spec().paired() && !loss.spec().matchesFeatures()) {
            return loss.generatorLoss(fake.logits());
        }
        Output real = Autograd.withoutGraph(() -> discriminator.forward(shown.real(), shown.realLabels(), pass));
        return loss.spec().paired()
                ? loss.generatorLoss(fake.logits(), real.logits())
                : GanLoss.featureDistance(real.features(), fake.features());
    }
}
