package org.ganvas.view.fx;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/**
 * Whether an action can be done now, and why not. FX thread.
 *
 * @param enabled whether it can
 * @param reason key of the sentence that says why it cannot
 */
public record Availability(ObservableBooleanValue enabled, ObservableValue<String> reason) {

    private static final Availability ALWAYS = when(new ReadOnlyBooleanWrapper(true), "");

    /** Availability of what can always be done. */
    public static Availability always() {
        return ALWAYS;
    }

    /**
     * Availability with one reason only.
     *
     * @param key of the action; the reason is {@code KEY.disabled}
     */
    public static Availability when(ObservableBooleanValue enabled, String key) {
        return new Availability(enabled, new SimpleStringProperty(key + DisabledReasons.SUFFIX));
    }
}
