package org.ganvas.viewmodel.support;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A setting that belongs to the session but is moved here: shows what was asked for until the session has caught up,
 * so that a slider does not jump back under the hand, and what the session says ever after. FX thread.
 */
public final class OptimisticValue<T> {

    /** Snapshots after which the session is believed although it never did what was asked: one second of them. */
    private static final int PATIENCE = 30;

    private final ReadOnlyObjectWrapper<T> shown;
    private @Nullable T wanted;
    private int patience;

    public OptimisticValue(T initial) {
        shown = new ReadOnlyObjectWrapper<>(initial);
    }

    public void ask(T value) {
        wanted = value;
        patience = PATIENCE;
        shown.set(value);
    }

    public void follow(T actual) {
        if (wanted != null && !Objects.equals(wanted, actual) && patience-- > 0) {
            return;
        }
        wanted = null;
        if (!Objects.equals(shown.get(), actual)) {
            shown.set(actual);
        }
    }

    public T get() {
        return shown.get();
    }

    public ReadOnlyObjectProperty<T> property() {
        return shown.getReadOnlyProperty();
    }
}
