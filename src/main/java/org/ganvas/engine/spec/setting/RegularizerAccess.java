package org.ganvas.engine.spec.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.jspecify.annotations.Nullable;

/**
 * A component of a regularizer, which a spec may lack.
 *
 * @param target which regularizer
 * @param component name of the record component, as in JSON
 * @param type its type
 * @param whenAbsent how a value adds the regularizer; null where a value cannot
 */
record RegularizerAccess<R extends Record & Regularizer, T>(
        RegularizerTarget<R> target,
        String component,
        Class<T> type,
        @Nullable WhenAbsent<R, T> whenAbsent) implements SettingAccess<T> {

    /**
     * What a value means for a spec without the regularizer.
     *
     * @param none the value that means absence
     * @param create the regularizer for another value
     * @param removes whether {@code none} removes the regularizer; otherwise it stays with that value
     */
    record WhenAbsent<R, T>(T none, Function<T, R> create, boolean removes) {}

    RegularizerAccess {
        RecordPath.of(component).requireType(target.type(), type);
    }

    @Override
    public Optional<T> find(GanSpec spec) {
        return target.in(spec).map(found -> type.cast(RecordPath.of(component).get(found)));
    }

    @Override
    public Optional<T> none() {
        return Optional.ofNullable(whenAbsent).map(WhenAbsent::none);
    }

    /** @throws IllegalArgumentException if the regularizer is absent and a value cannot add it */
    @Override
    public GanSpec with(GanSpec spec, T value) {
        Optional<R> present = target.in(spec);
        boolean none = none().filter(value::equals).isPresent();
        if (present.isEmpty()) {
            return none ? spec : spec.with(created(value));
        }
        R before = present.get();
        if (none && whenAbsent != null && whenAbsent.removes()) {
            List<Regularizer> others = new ArrayList<>(spec.regularizers());
            others.remove(before);
            return spec.withRegularizers(others);
        }
        return spec.with(RecordPath.of(component).with(before, value));
    }

    private R created(T value) {
        if (whenAbsent == null) {
            throw new IllegalArgumentException(
                    "No " + target.type().getSimpleName() + " to set a " + component + " of");
        }
        return whenAbsent.create().apply(value);
    }

    @Override
    public Optional<String> path(GanSpec spec) {
        return target.in(spec)
                .map(found -> "regularizers." + spec.regularizers().indexOf(found) + "." + component);
    }
}
