package org.ganvas.viewmodel.support;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A value of the session that a control changes: the requested value until the session has it, so that a dragged slider
 * does not jump back, and the session's value otherwise. FX thread.
 */
public final class OptimisticValue<T extends @Nullable Object> {

    /** Snapshots after which the session's value is shown although it is not the requested one: about a second. */
    private static final int PATIENCE = 30;

    private final ReadOnlyObjectWrapper<T> shown;
    private @Nullable T requested;
    private int patience;

    public OptimisticValue(@Nullable T initial) {
        shown = new ReadOnlyObjectWrapper<>(initial);
    }

    /** Shows a value that was requested of the session. */
    public void request(T value) {
        requested = value;
        patience = PATIENCE;
        shown.set(value);
    }

    /** Takes the session's value of a snapshot. */
    public void follow(T actual) {
        if (requested != null && !Objects.equals(requested, actual) && patience-- > 0) {
            return;
        }
        requested = null;
        if (!Objects.equals(shown.get(), actual)) {
            shown.set(actual);
        }
    }

    /** Shows the session's value at once, as for another run. */
    public void reset(T actual) {
        requested = null;
        shown.set(actual);
    }

    public T get() {
        return shown.get();
    }

    public ReadOnlyObjectProperty<T> property() {
        return shown.getReadOnlyProperty();
    }
}
