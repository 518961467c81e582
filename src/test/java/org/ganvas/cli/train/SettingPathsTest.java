package org.ganvas.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SettingRange;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.junit.jupiter.api.Test;

final class SettingPathsTest {

    private static double least(SettingRange range) {
        return range instanceof SettingRange.Whole whole ? whole.min() : ((SettingRange.Decimal) range).min();
    }

    @Test
    void everySettingIsAtItsPathForTheCommandLine() {
        int compared = 0;
        for (Preset preset : PresetRegistry.all()) {
            GanSpec spec = preset.spec();
            for (Setting<?> setting : SettingRegistry.all()) {
                Optional<String> path = setting.appliesTo(spec) ? setting.path(spec) : Optional.empty();
                if (path.isPresent() && setting.get(spec) instanceof Number present) {
                    double number = compatible(setting, spec, least(setting.range()));
                    GanSpec edited = SpecPathEditor.apply(spec, Map.of(path.get(), text(present, number)));
                    assertEquals(setting.withNumber(spec, number), edited, preset.id() + " " + path.get());
                    compared++;
                }
            }
        }
        assertTrue(compared > 500, "compared " + compared);
    }

    /** The number if the rest of the spec allows it, otherwise the present one. */
    private static double compatible(Setting<?> setting, GanSpec spec, double number) {
        try {
            return setting.path(setting.withNumber(spec, number)).isPresent() ? number : present(setting, spec);
        } catch (SpecException refused) {
            return present(setting, spec);
        }
    }

    private static double present(Setting<?> setting, GanSpec spec) {
        return ((Number) setting.get(spec)).doubleValue();
    }

    private static String text(Number present, double number) {
        return present instanceof Double ? Double.toString(number) : Long.toString((long) number);
    }
}
