package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.jspecify.annotations.Nullable;

/** Python lines of networks that grow stage by stage. Pure functions, any thread. */
final class GrowthText {

    private GrowthText() {}

    static boolean grows(GanSpec spec) {
        return GrowthStages.of(spec).grows();
    }

    /** The constants that the functions of growth read; nothing where the networks do not grow. */
    static String constants(GanSpec spec) {
        GrowthStages stages = GrowthStages.of(spec);
        GrowthSpec growth = spec.training().growth();
        String factors = stages.factors().stream().map(String::valueOf).collect(Collectors.joining(", "));
        PythonCodeWriter code = new PythonCodeWriter();
        return !stages.grows()
                ? ""
                : code.line(String.format(
                                Locale.ROOT,
                                "STEADY, FADE, STAGES = %d, %d, %d  # steps of a stage, and of its fading in",
                                growth.steadySteps(),
                                growth.fadeSteps(),
                                stages.last()))
                        .line("FACTORS = [" + factors + "]  # side of the square that is one pixel of each stage")
                        .toString();
    }

    /** Sets the growth of all networks for a step, and lets the optimizers start anew with a stage. */
    static void step(GanSpec spec, PythonCodeWriter code) {
        if (grows(spec)) {
            code.line("generator.growth = average.growth = discriminator.growth = growth_at(step)");
            code.lineIf(spec.training().growth().resetsOptimizers(), "if begins_stage(step):")
                    .lineIf(spec.training().growth().resetsOptimizers(), "    g_optimizer.state.clear()")
                    .lineIf(spec.training().growth().resetsOptimizers(), "    d_optimizer.state.clear()");
        }
    }

    /**
     * Conditions under which the layers of a network are needed, as Python expressions; null for those that always are.
     *
     * @param stages number of stages beside the coarsest; 0 for a network that does not grow
     */
    static List<@Nullable String> conditions(NetworkSpec network, int stages) {
        List<LayerLiveness> regimes = new ArrayList<>();
        for (int half = 0; half <= 2 * stages; half++) {
            regimes.add(LayerLiveness.of(network, stages == 0 ? LayerLiveness.GROWN : half / 2.0));
        }
        List<@Nullable String> conditions = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            conditions.add(stages == 0 ? null : condition(i, regimes));
        }
        return conditions;
    }

    /** Of a layer that is needed from one regime to another: even regimes are stages, odd ones are between two. */
    private static @Nullable String condition(int layer, List<LayerLiveness> regimes) {
        int first = 0;
        while (first < regimes.size() && !regimes.get(first).isLive(layer)) {
            first++;
        }
        int last = regimes.size() - 1;
        while (last >= first && !regimes.get(last).isLive(layer)) {
            last--;
        }
        if (first > last) {
            return "False";
        }
        List<String> bounds = new ArrayList<>();
        if (first > 0) {
            bounds.add("self.growth " + (first % 2 == 0 ? ">= " : "> ") + first / 2);
        }
        if (last < regimes.size() - 1) {
            bounds.add("self.growth " + (last % 2 == 0 ? "<= " : "< ") + (last + 1) / 2);
        }
        return bounds.isEmpty() ? null : String.join(" and ", bounds);
    }
}
