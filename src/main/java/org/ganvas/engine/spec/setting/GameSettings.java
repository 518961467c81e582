package org.ganvas.engine.spec.setting;

import static org.ganvas.engine.spec.setting.SettingKinds.STEPS;
import static org.ganvas.engine.spec.setting.SettingKinds.linear;

import java.util.List;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;

/** Settings of translations of images: factors of their objectives. Immutable, any thread. */
public final class GameSettings {

    private static final double MOST = 200;

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
            weight(UnpairedTranslationSpec.class, "identityWeight", "weight.identity"));

    private GameSettings() {}

    private static Setting<Double> weight(Class<? extends Record> game, String component, String key) {
        return Setting.of(
                "game." + component,
                key,
                SpecPart.OBJECTIVES,
                linear(0, MOST),
                new GameAccess<>(game, component, Double.class));
    }
}
