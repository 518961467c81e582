package org.ganvas.engine.spec.setting;

import static org.ganvas.engine.spec.setting.SettingKinds.choice;
import static org.ganvas.engine.spec.setting.SettingKinds.decimal;
import static org.ganvas.engine.spec.setting.SettingKinds.linear;
import static org.ganvas.engine.spec.setting.SettingKinds.linearWhole;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmic;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmicWhole;
import static org.ganvas.engine.spec.setting.SettingKinds.steps;
import static org.ganvas.engine.spec.setting.SettingKinds.whole;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;

/** Settings of the batch, the optimizers, their schedule and the weight average. Immutable, any thread. */
public final class TrainingSettings {

    public static final Setting<Integer> BATCH =
            whole("training.batch", "batch", SpecPart.BATCH, logarithmicWhole(2, 4096));
    public static final Setting<Double> GENERATOR_RATE = learningRate("generator");
    public static final Setting<Double> DISCRIMINATOR_RATE = learningRate("discriminator");
    /** Upper limit of the EMA decay; 0 for no average. */
    public static final Setting<Double> EMA_DECAY =
            decimal("training.emaDecay", "average", SpecPart.AVERAGE, linear(0, 0.9999));

    public static final Setting<Integer> DISCRIMINATOR_UPDATES = whole(
                    "training.discriminatorSteps", "updates.discriminator", SpecPart.UPDATES, linearWhole(0, 20))
            .when(TrainingSettings::adversarial);
    public static final Setting<Integer> GENERATOR_UPDATES = whole(
                    "training.generatorSteps", "updates.generator", SpecPart.UPDATES, linearWhole(0, 20))
            .when(TrainingSettings::adversarial);

    static final List<Setting<?>> ALL = Stream.of(
                    List.of(BATCH, GENERATOR_RATE, DISCRIMINATOR_RATE),
                    optimizer("generator"),
                    optimizer("discriminator"),
                    List.of(EMA_DECAY, DISCRIMINATOR_UPDATES, GENERATOR_UPDATES),
                    schedule(),
                    growth())
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private TrainingSettings() {}

    /** Whether two networks play against each other; an autoencoder moves both by one loss. */
    static boolean adversarial(GanSpec spec) {
        return !spec.loss().encodes();
    }

    private static Setting<Double> learningRate(String network) {
        return decimal(
                "training." + network + "Optimizer.learningRate",
                "rate." + network,
                SpecPart.RATES,
                logarithmic(1e-6, 1e-1));
    }

    private static List<Setting<?>> optimizer(String network) {
        String path = "training." + network + "Optimizer.";
        Setting<OptimizerSpec.Kind> kind =
                choice(path + "kind", "optimizer." + network, SpecPart.OPTIMIZERS, OptimizerSpec.Kind.class);
        return List.of(
                kind,
                decimal(path + "beta1", "beta1." + network, SpecPart.RATES, linear(0, 0.999))
                        .when(spec -> kind.get(spec) != OptimizerSpec.Kind.RMSPROP),
                decimal(path + "beta2", "beta2." + network, SpecPart.RATES, linear(0, 0.9999))
                        .when(spec -> kind.get(spec) != OptimizerSpec.Kind.SGD),
                decimal(path + "epsilon", "epsilon." + network, SpecPart.RATES, logarithmic(1e-10, 1e-2))
                        .when(spec -> kind.get(spec) != OptimizerSpec.Kind.SGD));
    }

    private static List<Setting<?>> schedule() {
        String path = "training.schedule.";
        return List.of(
                steps(path + "warmUpSteps", "schedule.warmUp", SpecPart.RATES),
                steps(path + "decayFrom", "schedule.decayFrom", SpecPart.RATES),
                steps(path + "decayTo", "schedule.decayTo", SpecPart.RATES),
                decimal(path + "finalShare", "schedule.finalShare", SpecPart.RATES, linear(0, 1)));
    }

    private static List<Setting<?>> growth() {
        String path = "training.growth.";
        Setting<Boolean> resets = Setting.of(
                path + "resetsOptimizers",
                "growth.resets",
                SpecPart.GROWTH,
                new SettingRange.Flag(),
                new ComponentAccess<>(path + "resetsOptimizers", Boolean.class));
        return List.of(
                steps(path + "steadySteps", "growth.steady", SpecPart.GROWTH).when(TrainingSettings::growsInStages),
                steps(path + "fadeSteps", "growth.fade", SpecPart.GROWTH).when(TrainingSettings::growsInStages),
                resets.when(TrainingSettings::growsInStages));
    }

    private static boolean growsInStages(GanSpec spec) {
        return spec.stages() > 0 && spec.game().takesLatents() && adversarial(spec);
    }
}
