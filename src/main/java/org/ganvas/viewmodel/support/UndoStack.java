package org.ganvas.viewmodel.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Undo and redo of changes, newest first. FX thread. */
public final class UndoStack implements FrameListener {

    private static final int LIMIT = 100;
    private static final long PAUSE_NANOS = 700_000_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private boolean undoing;
    private boolean open;
    private long now;
    private long lastPush;

    /** Each way calls its argument as soon as it is carried out, and not if the user refuses. */
    private record Change(UndoKey key, Consumer<Runnable> back, Consumer<Runnable> again) {}

    // ---- Properties ----

    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Whether {@link #redo} has an effect. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Text key of the name of what {@link #undo} changes back; empty where there is nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** Text key of the name of what {@link #redo} changes again; empty where there is nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Undoes the last change; it stays on the stack if the user refuses. */
    public void undo() {
        Change last = changes.peek();
        if (last != null) {
            carryOut(last.back(), () -> move(last, changes, undone));
        }
    }

    /** Redoes the change that was undone last; it can be tried again if the user refuses. */
    public void redo() {
        Change next = undone.peek();
        if (next != null) {
            carryOut(next.again(), () -> move(next, undone, changes));
        }
    }

    /** Forgets all changes: they belong to a run that has been left. */
    public void clear() {
        changes.clear();
        undone.clear();
        open = false;
        publish();
    }

    private void carryOut(Consumer<Runnable> way, Runnable done) {
        open = false;
        undoing = true;
        try {
            way.accept(done);
        } finally {
            undoing = false;
        }
    }

    /** Moves a change unless another one has been made while the user was asked. */
    private void move(Change change, Deque<Change> from, Deque<Change> to) {
        if (from.peek() == change) {
            to.push(from.pop());
            open = false;
            publish();
        }
    }

    private void publish() {
        available.set(!changes.isEmpty());
        redoable.set(!undone.isEmpty());
        undoName.set(name(changes.peek()));
        redoName.set(name(undone.peek()));
    }

    private static String name(@Nullable Change change) {
        return change == null ? "" : change.key().textKey();
    }

    /**
     * Adds a change. What was undone before it cannot be redone.
     *
     * @param key changes with equal keys without a pause between them are undone together
     * @param back undoes the change; false if that is refused
     * @param again redoes the change; false if that is refused
     */
    public void push(UndoKey key, BooleanSupplier back, BooleanSupplier again) {
        pushAsking(key, unlessRefused(back), unlessRefused(again));
    }

    private static Consumer<Runnable> unlessRefused(BooleanSupplier way) {
        return done -> {
            if (way.getAsBoolean()) {
                done.run();
            }
        };
    }

    /**
     * Adds a change that asks the user before it is undone. What was undone before it cannot be redone.
     *
     * @param key changes with equal keys without a pause between them are undone together
     * @param back undoes the change, then calls its argument; not if the user refuses
     * @param again redoes the change, then calls its argument; not if the user refuses
     */
    public void pushAsking(UndoKey key, Consumer<Runnable> back, Consumer<Runnable> again) {
        Change last = changes.peek();
        boolean continued = open && last != null && last.key().equals(key);
        lastPush = now;
        open = true;
        if (undoing) {
            return;
        }
        undone.clear();
        changes.push(new Change(key, continued ? changes.pop().back() : back, again));
        if (changes.size() > LIMIT) {
            changes.removeLast();
        }
        publish();
    }

    /**
     * Adds a change by the state before it; the state after it is read when the change is undone.
     *
     * @param key changes with equal keys without a pause between them are undone together
     * @param state reads the present state and returns what restores it
     */
    public void remember(UndoKey key, Supplier<Runnable> state) {
        Change last = changes.peek();
        if (!undoing && open && last != null && last.key().equals(key)) {
            lastPush = now;
            return;
        }
        Runnable before = state.get();
        Runnable[] after = {before};
        push(
                key,
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
