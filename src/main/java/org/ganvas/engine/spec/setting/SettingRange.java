package org.ganvas.engine.spec.setting;

import java.util.List;

/**
 * Values of a setting that a control offers. A spec may accept more; what it refuses is decided by its records and by
 * the other settings. Immutable, any thread.
 */
public sealed interface SettingRange {

    /** Spacing of a slider. */
    enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /**
     * Real numbers.
     *
     * @param min least value, positive on a logarithmic scale
     * @param max greatest value
     * @param scale spacing of a slider
     */
    record Decimal(double min, double max, Scale scale) implements SettingRange {}

    /**
     * Whole numbers.
     *
     * @param min least value
     * @param max greatest value
     * @param scale spacing of a slider
     */
    record Whole(long min, long max, Scale scale) implements SettingRange {}

    /**
     * One of several named values.
     *
     * @param values enum constants in their order
     */
    record Choice(List<Enum<?>> values) implements SettingRange {

        public Choice {
            values = List.copyOf(values);
        }
    }

    /** On or off. */
    record Flag() implements SettingRange {}
}
