package org.ganvas.viewmodel.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Ways back from changes of settings, and forth again. Changes of one kind in quick succession, as a dragged slider makes them, are one.
 * FX thread.
 */
public final class UndoStack implements FrameListener {

    private static final int LIMIT = 100;
    private static final long PAUSE_NANOS = 700_000_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(false);
    private boolean undoing;
    private boolean open;
    private long now;
    private long lastPush;

    private record Change(String kind, BooleanSupplier back, BooleanSupplier again) {}

    // ---- Properties ----

    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Whether something that was taken back can be done again. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Takes the last change back; it stays on the stack if the way back was refused. */
    public void undo() {
        Change last = changes.peek();
        if (last != null && carriedOut(last.back())) {
            undone.push(changes.pop());
        }
        settle();
    }

    /** Does again what was taken back last; it can be tried once more if that was refused. */
    public void redo() {
        Change next = undone.peek();
        if (next != null && carriedOut(next.again())) {
            changes.push(undone.pop());
        }
        settle();
    }

    private boolean carriedOut(BooleanSupplier way) {
        undoing = true;
        try {
            return way.getAsBoolean();
        } finally {
            undoing = false;
        }
    }

    private void settle() {
        open = false;
        available.set(!changes.isEmpty());
        redoable.set(!undone.isEmpty());
    }

    /**
     * Remembers a way back and the way there. What was taken back before cannot be done again after a new change.
     *
     * @param kind changes of one kind without a pause between them are taken back together
     * @param back goes back to what was before; false if the person refused
     * @param again does the change once more; false if the person refused
     */
    public void push(String kind, BooleanSupplier back, BooleanSupplier again) {
        Change last = changes.peek();
        boolean continued = open && last != null && last.kind().equals(kind);
        lastPush = now;
        open = true;
        if (undoing) {
            return;
        }
        undone.clear();
        redoable.set(false);
        if (continued) {
            changes.push(new Change(kind, changes.pop().back(), again));
            return;
        }
        changes.push(new Change(kind, back, again));
        if (changes.size() > LIMIT) {
            changes.removeLast();
        }
        available.set(true);
    }

    /**
     * Remembers the state before a change; the state after it is looked at when it is taken back.
     *
     * @param kind changes of one kind without a pause between them are taken back together
     * @param state looks at the state as it is now, and gives the way back to it
     */
    public void remember(String kind, Supplier<Runnable> state) {
        Change last = changes.peek();
        if (!undoing && open && last != null && last.kind().equals(kind)) {
            lastPush = now;
            return;
        }
        Runnable before = state.get();
        Runnable[] after = {before};
        push(
                kind,
                () -> {
                    after[0] = state.get();
                    before.run();
                    return true;
                },
                () -> {
                    after[0].run();
                    return true;
                });
    }

    @Override
    public void onFrame(long nanos) {
        now = nanos;
        if (open && nanos - lastPush > PAUSE_NANOS) {
            open = false;
        }
    }
}
