package org.ganvas.view.paint;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** Whether enlarged images are interpolated or show their pixels as squares, on all screens. FX thread. */
public final class ImageSmoothing {

    private static final ReadOnlyBooleanWrapper SMOOTH = new ReadOnlyBooleanWrapper(false);

    private ImageSmoothing() {}

    /** Follows the setting from now on. */
    public static void bind(ObservableBooleanValue setting) {
        setting.addListener((property, old, now) -> SMOOTH.set(now));
        SMOOTH.set(setting.get());
    }

    static ReadOnlyBooleanProperty smoothProperty() {
        return SMOOTH.getReadOnlyProperty();
    }
}
