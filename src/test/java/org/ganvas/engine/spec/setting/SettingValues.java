package org.ganvas.engine.spec.setting;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;

/** Values that the control of a setting offers. */
public final class SettingValues {

    private SettingValues() {}

    /**
     * A spec with another value.
     *
     * @param changed the spec
     * @param value of the setting's type
     */
    public record Attempt(GanSpec changed, Object value) {}

    /** The ends and the middle of the range, or all choices, without those that the rest of the spec refuses. */
    @SuppressWarnings("unchecked")
    public static List<Attempt> attempts(GanSpec spec, Setting<?> setting) {
        List<Attempt> accepted = new ArrayList<>();
        for (Object value : values(setting, setting.get(spec))) {
            try {
                accepted.add(new Attempt(((Setting<Object>) setting).with(spec, value), value));
            } catch (SpecException refusedByAnotherSetting) {
                assertFalse(refusedByAnotherSetting.getMessage().isBlank());
            }
        }
        return accepted;
    }

    private static List<Object> values(Setting<?> setting, Object present) {
        if (setting.range() instanceof SettingRange.Decimal range) {
            return List.of(range.min(), (range.min() + range.max()) / 2, range.max());
        }
        if (setting.range() instanceof SettingRange.Whole range) {
            long middle = (range.min() + range.max()) / 2;
            return present instanceof Long
                    ? List.of(range.min(), middle, range.max())
                    : List.of((int) range.min(), (int) middle, (int) range.max());
        }
        return setting.range() instanceof SettingRange.Choice choice
                ? List.copyOf(choice.values())
                : List.of(false, true);
    }
}
