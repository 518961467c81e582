package org.ganvas.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Ways back from changes of settings. Changes of one kind in quick succession, as a dragged slider makes them, are one.
 * FX thread.
 */
public final class UndoStack {

    private static final int LIMIT = 100;
    private static final long PAUSE_NANOS = 700_000_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private boolean undoing;
    private boolean open;
    private long now;
    private long lastPush;

    private record Change(String kind, BooleanSupplier back) {}

    // ---- Properties ----

    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Takes the last change back; it stays on the stack if the way back was refused. */
    public void undo() {
        Change last = changes.peek();
        if (last == null) {
            return;
        }
        undoing = true;
        try {
            if (last.back().getAsBoolean()) {
                changes.pop();
            }
        } finally {
            undoing = false;
        }
        open = false;
        available.set(!changes.isEmpty());
    }

    /**
     * Remembers a way back.
     *
     * @param kind changes of one kind without a pause between them are taken back together
     * @param back goes back to what was before; false if the person refused
     */
    void push(String kind, BooleanSupplier back) {
        Change last = changes.peek();
        boolean continued = open && last != null && last.kind().equals(kind);
        lastPush = now;
        open = true;
        if (undoing || continued) {
            return;
        }
        changes.push(new Change(kind, back));
        if (changes.size() > LIMIT) {
            changes.removeLast();
        }
        available.set(true);
    }

    void pulse(long nanos) {
        now = nanos;
        if (open && nanos - lastPush > PAUSE_NANOS) {
            open = false;
        }
    }
}
