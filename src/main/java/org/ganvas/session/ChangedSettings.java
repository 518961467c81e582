package org.ganvas.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.RegularizerWeights;
import org.ganvas.engine.spec.TrainingSpec;

/** Settings that a live change has altered, for the log of changes. Pure functions, any thread. */
final class ChangedSettings {

    private static final String NONE = "0";

    private ChangedSettings() {}

    /**
     * A setting with its old and its new value.
     *
     * @param key end of the text key of its name
     * @param before old value as text
     * @param after new value as text
     */
    record Setting(String key, String before, String after) {}

    /** The settings that differ between two specs. */
    static List<Setting> between(GanSpec old, GanSpec now) {
        List<Setting> all = new ArrayList<>();
        TrainingSpec before = old.training();
        TrainingSpec after = now.training();
        add(
                all,
                "rate.generator",
                before.generatorOptimizer().learningRate(),
                after.generatorOptimizer().learningRate());
        add(
                all,
                "rate.discriminator",
                before.discriminatorOptimizer().learningRate(),
                after.discriminatorOptimizer().learningRate());
        add(all, "updates.discriminator", before.discriminatorSteps(), after.discriminatorSteps());
        add(all, "updates.generator", before.generatorSteps(), after.generatorSteps());
        add(all, "average", before.emaDecay(), after.emaDecay());
        add(all, "penalty", penalty(old), penalty(now));
        add(all, "clip", RegularizerWeights.clip(old), RegularizerWeights.clip(now));
        add(all, "noise", RegularizerWeights.noise(old), RegularizerWeights.noise(now));
        add(all, "smoothing", RegularizerWeights.smoothing(old), RegularizerWeights.smoothing(now));
        add(all, "augmentation", RegularizerWeights.augmentation(old), RegularizerWeights.augmentation(now));
        return all;
    }

    private static void add(List<Setting> all, String key, Object before, Object after) {
        if (!before.equals(after)) {
            all.add(new Setting(key, before.toString(), after.toString()));
        }
    }

    private static String penalty(GanSpec spec) {
        String all = spec.regularizers().stream()
                .filter(GradientPenalty.class::isInstance)
                .map(GradientPenalty.class::cast)
                .map(one -> one.at().name().toLowerCase(Locale.ROOT) + " " + one.weight())
                .collect(Collectors.joining(" + "));
        return all.isEmpty() ? NONE : all;
    }
}
