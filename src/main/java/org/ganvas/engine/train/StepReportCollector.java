package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.Map;
import org.ganvas.engine.autodiff.ActivationOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.jspecify.annotations.Nullable;

/** Collector of the scalars of a step. What no update measured stays NaN. The training thread's, for one step. */
final class StepReportCollector {

    private final LossSpec loss;
    private final Map<String, UpdateStatistics> statistics = new HashMap<>();
    private double discriminatorLoss = Double.NaN;
    private double generatorLoss = Double.NaN;
    private double penalty;
    private double realScore = Double.NaN;
    private double fakeScore = Double.NaN;
    private @Nullable ElboReport elbo;

    StepReportCollector(LossSpec loss) {
        this.loss = loss;
    }

    void add(String discriminator, DiscriminatorUpdate.Result result) {
        discriminatorLoss = result.loss();
        penalty = result.penalty();
        realScore = meanScore(result.realLogits());
        fakeScore = meanScore(result.fakeLogits());
        statistics.put(discriminator, result.statistics());
    }

    void add(ObjectiveUpdate.Result made) {
        generatorLoss = made.loss();
        elbo = made.elbo();
        statistics.putAll(made.statistics());
        Tensor logits = made.fakeLogits();
        if (logits != null && Double.isNaN(fakeScore)) {
            fakeScore = meanScore(logits);
        }
    }

    private double meanScore(Tensor logits) {
        double sum = 0;
        for (float logit : logits.toFloats()) {
            sum += loss.hasProbabilities() ? ActivationOps.sigmoid(logit) : logit;
        }
        return sum / logits.length();
    }

    StepReport report() {
        return new StepReport(
                discriminatorLoss,
                generatorLoss,
                realScore,
                fakeScore,
                loss.estimatesDistance() ? realScore - fakeScore : Double.NaN,
                penalty,
                of(Player.DISCRIMINATOR),
                of(Player.GENERATOR),
                elbo);
    }

    private UpdateStatistics of(Player role) {
        return statistics.getOrDefault(role.principal(), UpdateStatistics.NONE);
    }
}
