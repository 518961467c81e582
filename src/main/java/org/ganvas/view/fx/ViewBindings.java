package org.ganvas.view.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Listeners of views on view models, removed together with the window content. View models outlive the views, which are
 * rebuilt when the language changes: without removal an old content would go on painting and stay in memory. FX thread.
 */
public final class ViewBindings {

    private static List<Runnable> removals = new ArrayList<>();

    private ViewBindings() {}

    /** Starts new window content; listeners registered from now on are removed when the returned task runs. */
    public static Runnable begin() {
        List<Runnable> registered = new ArrayList<>();
        removals = registered;
        return () -> {
            registered.forEach(Runnable::run);
            registered.clear();
        };
    }

    /** Adds a listener until the content is disposed of. */
    public static <T> void listen(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        removals.add(() -> value.removeListener(listener));
    }

    /** Shows a value, and every later one until the content is disposed of. */
    public static <T> void show(ObservableValue<T> value, Consumer<? super T> work) {
        listen(value, (property, old, now) -> work.accept(now));
        work.accept(value.getValue());
    }

    /** Adds a listener until the content is disposed of. */
    public static <T> void listen(ObservableList<T> list, ListChangeListener<? super T> listener) {
        list.addListener(listener);
        removals.add(() -> list.removeListener(listener));
    }

    /** Adds a listener until the content is disposed of. */
    public static <T> void listen(ObservableSet<T> set, SetChangeListener<? super T> listener) {
        set.addListener(listener);
        removals.add(() -> set.removeListener(listener));
    }

    /**
     * Mapped value, updated until the content is disposed of. {@link ObservableValue#map} would keep its last result,
     * and with an icon the whole window content around it, as long as the view model lives.
     */
    public static <S extends @Nullable Object, T extends @Nullable Object> ObservableValue<T> map(
            ObservableValue<S> source, Function<? super S, ? extends T> function) {
        SimpleObjectProperty<T> mapped = new SimpleObjectProperty<>(function.apply(source.getValue()));
        listen(source, (property, old, now) -> mapped.set(function.apply(now)));
        return mapped;
    }

    /** Runs a task when the content is disposed of. */
    public static void onDispose(Runnable work) {
        removals.add(work);
    }
}
