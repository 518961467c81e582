package org.ganvas.viewmodel.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which room is shown. FX thread. */
public final class NavigationViewModel {

    private final ReadOnlyObjectWrapper<AppScreen> shown = new ReadOnlyObjectWrapper<>(AppScreen.TRAIN);

    // ---- Properties ----

    public ReadOnlyObjectProperty<AppScreen> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void show(AppScreen room) {
        shown.set(room);
    }
}
