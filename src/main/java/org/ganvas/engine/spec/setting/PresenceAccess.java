package org.ganvas.engine.spec.setting;

import java.util.List;
import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer;

/**
 * Whether a spec has a regularizer that has no numbers.
 *
 * @param regularizer added by true, removed by false
 */
record PresenceAccess(Regularizer regularizer) implements SettingAccess<Boolean> {

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public Optional<Boolean> find(GanSpec spec) {
        return Optional.of(spec.regularizers().contains(regularizer));
    }

    @Override
    public GanSpec with(GanSpec spec, Boolean value) {
        List<Regularizer> others = spec.regularizers().stream()
                .filter(other -> !other.equals(regularizer))
                .toList();
        return value ? spec.with(regularizer) : spec.withRegularizers(others);
    }

    @Override
    public Optional<String> path(GanSpec spec) {
        return Optional.empty();
    }
}
