package org.ganvas.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which room is shown. FX thread. */
public final class RoomsViewModel {

    private final ReadOnlyObjectWrapper<Room> shown = new ReadOnlyObjectWrapper<>(Room.TRAIN);

    // ---- Properties ----

    public ReadOnlyObjectProperty<Room> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void go(Room room) {
        shown.set(room);
    }
}
