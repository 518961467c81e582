package org.ganvas.engine.spec.setting;

import java.util.Optional;
import java.util.function.Predicate;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.jspecify.annotations.Nullable;

/**
 * A regularizer whose components are settings; a spec has one at most. Immutable, any thread.
 *
 * @param id start of the ids of its settings
 * @param part of its settings
 * @param type its class
 * @param condition what distinguishes it from others of its class
 */
record RegularizerTarget<R extends Record & Regularizer>(
        String id, SpecPart part, Class<R> type, Predicate<R> condition) {

    /** The first regularizer of a class. */
    static <R extends Record & Regularizer> RegularizerTarget<R> first(String id, SpecPart part, Class<R> type) {
        return new RegularizerTarget<>(id, part, type, regularizer -> true);
    }

    Optional<R> in(GanSpec spec) {
        return spec.regularizers().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .findFirst();
    }

    /** Setting of a component of a regularizer that is there. */
    <T> Setting<T> detail(String component, String key, Class<T> valueType, SettingRange range) {
        return setting(component, key, valueType, range, null);
    }

    /** Setting of a component whose values add the regularizer, and perhaps remove it. */
    <T> Setting<T> setting(
            String component,
            String key,
            Class<T> valueType,
            SettingRange range,
            RegularizerAccess.@Nullable WhenAbsent<R, T> whenAbsent) {
        return Setting.of(
                id + "." + component,
                key,
                part,
                range,
                new RegularizerAccess<>(this, component, valueType, whenAbsent));
    }
}
