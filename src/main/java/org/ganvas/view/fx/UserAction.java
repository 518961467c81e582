package org.ganvas.view.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something a person can do: once in the menu, with its key, and perhaps on a button too. FX thread.
 *
 * @param id of the menu item
 * @param text what it is called now
 * @param icon beside it
 * @param key that does it
 * @param enabled whether it can be done now
 * @param work does it
 */
public record UserAction(
        String id,
        ObservableStringValue text,
        Feather icon,
        KeyCombination key,
        ObservableBooleanValue enabled,
        Runnable work) {

    public MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(text);
        item.setGraphic(IconFactory.of(icon));
        item.setAccelerator(key);
        item.disableProperty().bind(Bindings.not(enabled));
        item.setOnAction(event -> work.run());
        return item;
    }
}
