package org.ganvas.engine.spec.setting;

import static org.ganvas.engine.spec.setting.SettingKinds.STEPS;
import static org.ganvas.engine.spec.setting.SettingKinds.linear;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmic;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmicWhole;

import java.util.List;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;

/** Settings of games: factors of their objectives, of an encoder, and how data moves. Immutable, any thread. */
public final class GameSettings {

    private static final double MOST = 200;

    public static final Setting<DataMotionSpec.Kind> MOTION =
            motion("kind", new SettingRange.Choice(List.of(DataMotionSpec.Kind.values())), DataMotionSpec.Kind.class);
    public static final Setting<Double> MOTION_AMPLITUDE =
            motion("amplitude", linear(0, DataMotionSpec.MOST), Double.class);
    public static final Setting<Long> MOTION_PERIOD =
            motion("period", logarithmicWhole(100, DataMotionSpec.LONGEST), Long.class);

    /** Follows from where the data is when the motion is changed, so it is no change of its own. */
    static final Setting<Double> MOTION_PHASE =
            motion("phase", linear(0, 0.999), Double.class).shownAs(spec -> "");

    static final List<Setting<?>> ALL = List.of(
            Setting.of(
                    "game.norm",
                    "weight.norm",
                    SpecPart.OBJECTIVES,
                    new SettingRange.Choice(List.of(Objective.Norm.values())),
                    new GameAccess<>(PairedTranslationSpec.class, "norm", Objective.Norm.class)),
            weight(PairedTranslationSpec.class, "contentWeight", "weight.content"),
            weight(PairedTranslationSpec.class, "adversarialWeight", "weight.adversarial"),
            Setting.of(
                    "game.adversarialFrom",
                    "weight.adversarialFrom",
                    SpecPart.OBJECTIVES,
                    STEPS,
                    new GameAccess<>(PairedTranslationSpec.class, "adversarialFrom", Long.class)),
            weight(PairedTranslationSpec.class, "featureWeight", "weight.features"),
            weight(UnpairedTranslationSpec.class, "cycleWeight", "weight.cycle"),
            weight(UnpairedTranslationSpec.class, "identityWeight", "weight.identity"),
            encoder("encoder.init", "init.encoder", SpecPart.NETWORKS, choices(InitSpec.values()), InitSpec.class),
            weight(EncodingSpec.class, "encoderFeatureWeight", "weight.encoderFeatures"),
            encoder("encoderFrom", "weight.encoderFrom", SpecPart.OBJECTIVES, STEPS, Long.class)
                    .when(spec -> !EncodingSpec.isJoint(spec.game())),
            encoder(
                    "encoderOptimizer.kind",
                    "optimizer.encoder",
                    SpecPart.OPTIMIZERS,
                    choices(OptimizerSpec.Kind.values()),
                    OptimizerSpec.Kind.class),
            rate("learningRate", "rate.encoder", logarithmic(1e-6, 1e-1)),
            rate("beta1", "beta1.encoder", linear(0, 0.999)).when(spec -> moves(spec, OptimizerSpec.Kind.RMSPROP)),
            rate("beta2", "beta2.encoder", linear(0, 0.9999)).when(spec -> moves(spec, OptimizerSpec.Kind.SGD)),
            rate("epsilon", "epsilon.encoder", logarithmic(1e-10, 1e-2))
                    .when(spec -> moves(spec, OptimizerSpec.Kind.SGD)),
            MOTION,
            MOTION_AMPLITUDE,
            MOTION_PERIOD,
            MOTION_PHASE);

    private GameSettings() {}

    private static SettingRange choices(Enum<?>... values) {
        return new SettingRange.Choice(List.of(values));
    }

    private static <T> Setting<T> encoder(
            String component, String key, SpecPart part, SettingRange range, Class<T> type) {
        return Setting.of("game." + component, key, part, range, new GameAccess<>(EncodingSpec.class, component, type));
    }

    private static Setting<Double> rate(String component, String key, SettingRange range) {
        return encoder("encoderOptimizer." + component, key, SpecPart.RATES, range, Double.class);
    }

    /** Whether there is an encoder with another optimizer than the one that has no such number. */
    private static boolean moves(GanSpec spec, OptimizerSpec.Kind without) {
        return spec.game() instanceof EncodingSpec game
                && game.encoderOptimizer().kind() != without;
    }

    private static <T> Setting<T> motion(String component, SettingRange range, Class<T> type) {
        return Setting.of(
                        "game.motion." + component,
                        "motion." + component,
                        SpecPart.MOTION,
                        range,
                        new GameAccess<>(GenerationSpec.class, "motion." + component, type))
                .when(GameSettings::takesPoints);
    }

    private static boolean takesPoints(GanSpec spec) {
        return spec.image().isPoint();
    }

    private static Setting<Double> weight(Class<? extends Record> game, String component, String key) {
        return Setting.of(
                "game." + component,
                key,
                SpecPart.OBJECTIVES,
                linear(0, MOST),
                new GameAccess<>(game, component, Double.class));
    }
}
