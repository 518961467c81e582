package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
    private final List<DiscriminatorUpdate.Result> discriminators = new ArrayList<>();
    private final Map<String, Double> objectives = new HashMap<>();
    private double generatorLoss = Double.NaN;
    private double fakeScore = Double.NaN;
    private @Nullable ElboReport elbo;

    StepReportCollector(LossSpec loss) {
        this.loss = loss;
    }

    void add(String discriminator, DiscriminatorUpdate.Result result) {
        discriminators.add(result);
        statistics.put(discriminator, result.statistics());
    }

    void add(ObjectiveUpdate.Result made) {
        // An encoder's update has no adversarial loss.
        generatorLoss = Double.isNaN(made.loss()) ? generatorLoss : made.loss();
        objectives.putAll(made.objectives());
        elbo = made.elbo() == null ? elbo : made.elbo();
        statistics.putAll(made.statistics());
        Tensor logits = made.fakeLogits();
        if (logits != null && discriminators.isEmpty()) {
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

    /** Mean over the discriminators; NaN where none was updated. */
    private double mean(ToDoubleFunction<DiscriminatorUpdate.Result> value) {
        return discriminators.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    /** @param adapted what adapts to D, by name */
    StepReport report(Map<String, Double> adapted) {
        double realScore = mean(result -> meanScore(result.realLogits()));
        double generatedScore = discriminators.isEmpty() ? fakeScore : mean(result -> meanScore(result.fakeLogits()));
        return new StepReport(
                mean(DiscriminatorUpdate.Result::loss),
                generatorLoss,
                realScore,
                generatedScore,
                loss.estimatesDistance() ? realScore - generatedScore : Double.NaN,
                discriminators.isEmpty() ? 0 : mean(DiscriminatorUpdate.Result::penalty),
                of(Player.DISCRIMINATOR),
                of(Player.GENERATOR),
                objectives,
                adapted,
                elbo);
    }

    private UpdateStatistics of(Player role) {
        return statistics.getOrDefault(role.principal(), UpdateStatistics.NONE);
    }
}
