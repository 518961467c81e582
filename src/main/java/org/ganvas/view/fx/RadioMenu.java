package org.ganvas.view.fx;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Submenu in which one of several values is chosen. FX thread. */
public final class RadioMenu extends Menu {

    private RadioMenu(String id, String title) {
        super(title);
        setId(id);
    }

    /**
     * A submenu.
     *
     * @param id of the menu; those of its items are the id with the value
     * @param chosen follows the choice, and the choice follows it
     */
    public static <T> RadioMenu of(
            String id, String title, List<T> values, Function<T, String> name, Property<T> chosen) {
        RadioMenu menu = new RadioMenu(id, title);
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(name.apply(value));
            item.setId(id + value);
            item.setUserData(value);
            item.setToggleGroup(group);
            item.setSelected(value.equals(chosen.getValue()));
            item.setOnAction(event -> chosen.setValue(value));
            menu.getItems().add(item);
        }
        ViewBindings.listen(
                chosen,
                (property, old, now) ->
                        group.getToggles().forEach(item -> item.setSelected(now.equals(item.getUserData()))));
        return menu;
    }
}
