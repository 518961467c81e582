package org.ganvas.view.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/**
 * Action of the main menu with its shortcut. FX thread.
 *
 * @param id of the menu item
 * @param text current name
 * @param icon beside the name
 * @param key shortcut
 * @param availability whether it is available now, and why not
 * @param work executes it
 */
public record UserAction(
        String id,
        ObservableStringValue text,
        Feather icon,
        KeyCombination key,
        Availability availability,
        Runnable work) {

    public MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(text);
        item.setGraphic(IconFactory.of(icon));
        item.setAccelerator(key);
        item.disableProperty().bind(Bindings.not(availability.enabled()));
        item.setOnAction(event -> work.run());
        return DisabledReasons.set(item, availability.reason());
    }
}
