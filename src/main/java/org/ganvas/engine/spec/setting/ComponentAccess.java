package org.ganvas.engine.spec.setting;

import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;

/**
 * A value that every spec has.
 *
 * @param dotted path of the record component, which is its path in JSON
 * @param type its type
 */
record ComponentAccess<T>(String dotted, Class<T> type) implements SettingAccess<T> {

    ComponentAccess {
        RecordPath.of(dotted).requireType(GanSpec.class, type);
    }

    @Override
    public Optional<T> find(GanSpec spec) {
        return Optional.of(type.cast(RecordPath.of(dotted).get(spec)));
    }

    @Override
    public GanSpec with(GanSpec spec, T value) {
        return RecordPath.of(dotted).with(spec, value);
    }

    @Override
    public Optional<String> path(GanSpec spec) {
        return Optional.of(dotted);
    }
}
