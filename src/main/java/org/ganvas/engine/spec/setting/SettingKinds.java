package org.ganvas.engine.spec.setting;

import java.util.List;
import org.ganvas.engine.spec.setting.SettingRange.Choice;
import org.ganvas.engine.spec.setting.SettingRange.Decimal;
import org.ganvas.engine.spec.setting.SettingRange.Scale;
import org.ganvas.engine.spec.setting.SettingRange.Whole;

/** Settings that every spec has, by the type of their values. Pure functions, any thread. */
final class SettingKinds {

    /** Steps that a control offers; longer schedules are rare. */
    static final Whole STEPS = linearWhole(0, 1_000_000);

    private SettingKinds() {}

    static Setting<Double> decimal(String id, String key, SpecPart part, Decimal range) {
        return Setting.of(id, key, part, range, new ComponentAccess<>(id, Double.class));
    }

    static Setting<Integer> whole(String id, String key, SpecPart part, Whole range) {
        return Setting.of(id, key, part, range, new ComponentAccess<>(id, Integer.class));
    }

    /** A number of training steps. */
    static Setting<Long> steps(String id, String key, SpecPart part) {
        return Setting.of(id, key, part, STEPS, new ComponentAccess<>(id, Long.class));
    }

    static <E extends Enum<E>> Setting<E> choice(String id, String key, SpecPart part, Class<E> type) {
        Choice range = new Choice(List.of(type.getEnumConstants()));
        return Setting.of(id, key, part, range, new ComponentAccess<>(id, type));
    }

    static Decimal linear(double min, double max) {
        return new Decimal(min, max, Scale.LINEAR);
    }

    static Decimal logarithmic(double min, double max) {
        return new Decimal(min, max, Scale.LOGARITHMIC);
    }

    static Whole linearWhole(long min, long max) {
        return new Whole(min, max, Scale.LINEAR);
    }

    static Whole logarithmicWhole(long min, long max) {
        return new Whole(min, max, Scale.LOGARITHMIC);
    }
}
