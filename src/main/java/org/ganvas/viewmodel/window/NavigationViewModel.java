package org.ganvas.viewmodel.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Navigation between the screens. FX thread. */
public final class NavigationViewModel {

    private final ReadOnlyObjectWrapper<AppScreen> shown = new ReadOnlyObjectWrapper<>(AppScreen.TRAIN);

    // ---- Properties ----

    public ReadOnlyObjectProperty<AppScreen> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void show(AppScreen screen) {
        shown.set(screen);
    }
}
