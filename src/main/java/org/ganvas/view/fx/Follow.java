package org.ganvas.view.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/**
 * How a view hears of its view model. View models outlive the views, which are built anew in another language: what is
 * registered here ends with the window content it was built for, so that an old one neither paints nor stays in memory.
 * FX thread.
 */
public final class Follow {

    private static List<Runnable> endings = new ArrayList<>();

    private Follow() {}

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

    /** Does something when this content is taken down. */
    public static void atEnd(Runnable work) {
        endings.add(work);
    }
}
