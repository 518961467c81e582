package org.ganvas.view.fx;

import java.util.ArrayList;
import java.util.List;
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
 * How a view hears of its view model. View models outlive the views, which are built anew in another language: what is
 * registered here ends with the window content it was built for, so that an old one neither paints nor stays in memory.
 * FX thread.
 */
public final class ViewBindings {

    private static List<Runnable> endings = new ArrayList<>();

    private ViewBindings() {}

    /** Begins new content of the window; what is registered from now on ends when the returned work is run. */
    public static Runnable begin() {
        List<Runnable> mine = new ArrayList<>();
        endings = mine;
        return () -> {
            mine.forEach(Runnable::run);
            mine.clear();
        };
    }

    /** Adds a listener for as long as this content is shown. */
    public static <T> void of(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        endings.add(() -> value.removeListener(listener));
    }

    /** Adds a listener for as long as this content is shown. */
    public static <T> void of(ObservableList<T> list, ListChangeListener<? super T> listener) {
        list.addListener(listener);
        endings.add(() -> list.removeListener(listener));
    }

    /** Adds a listener for as long as this content is shown. */
    public static <T> void of(ObservableSet<T> set, SetChangeListener<? super T> listener) {
        set.addListener(listener);
        endings.add(() -> set.removeListener(listener));
    }

    /**
     * A value seen through a function, for as long as this content is shown. The map of an observable value would hold
     * what it made, and with an icon all the window content around it, for as long as the view model lives.
     */
    public static <S extends @Nullable Object, T extends @Nullable Object> ObservableValue<T> map(
            ObservableValue<S> source, Function<? super S, ? extends T> function) {
        SimpleObjectProperty<T> mapped = new SimpleObjectProperty<>(function.apply(source.getValue()));
        of(source, (property, old, now) -> mapped.set(function.apply(now)));
        return mapped;
    }

    /** Does something when this content is taken down. */
    public static void atEnd(Runnable work) {
        endings.add(work);
    }
}
