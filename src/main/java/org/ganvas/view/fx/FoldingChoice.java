package org.ganvas.view.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/**
 * Choice of one of several values that needs less room where there is less: a button with the name of each; their icons,
 * with the name of the chosen one; one drop-down list. FX thread.
 *
 * @param <T> type of the values, which have an {@code equals}
 */
public final class FoldingChoice<T> extends StackPane {

    private final ObservableValue<T> chosen;
    private final Function<T, String> name;
    private final SegmentedButton buttons;
    private final MenuButton list = new MenuButton();
    private boolean icons;

    /**
     * @param id of the buttons, each with its index added; the list has this with {@code List} added
     * @param title name of the choice for screen readers
     * @param values all values in order
     * @param chosen value chosen now
     * @param choose chooses another
     */
    public FoldingChoice(
            String id,
            String title,
            List<T> values,
            Function<T, String> name,
            Function<T, Feather> icon,
            ObservableValue<T> chosen,
            Consumer<T> choose) {
        this.chosen = chosen;
        this.name = name;
        setAlignment(Pos.CENTER_LEFT);
        buttons = SegmentedButtons.of(id, title, values, name);
        SegmentedButtons.bind(buttons, chosen, choose);
        buttons.setMinWidth(USE_PREF_SIZE);
        for (int i = 0; i < values.size(); i++) {
            buttons.getButtons().get(i).setGraphic(IconFactory.of(icon.apply(values.get(i))));
        }
        fillList(id + "List", values, icon, choose);
        HelpTooltips.tip(list, title);
        ViewBindings.listen(chosen, (property, old, now) -> show(now));
        show(chosen.getValue());
        getChildren().addAll(buttons, list);
        setMinWidth(USE_PREF_SIZE);
        foldToList(false);
    }

    private void fillList(String id, List<T> values, Function<T, Feather> icon, Consumer<T> choose) {
        list.setId(id);
        list.setMinWidth(USE_PREF_SIZE);
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(name.apply(value), IconFactory.of(icon.apply(value)));
            item.setUserData(value);
            item.setOnAction(event -> {
                choose.accept(value);
                show(chosen.getValue());
            });
            list.getItems().add(item);
        }
    }

    /** Button of each value, which is its user data. */
    public List<ToggleButton> buttons() {
        return buttons.getButtons();
    }

    /** The drop-down list that takes the place of the buttons. */
    public MenuButton list() {
        return list;
    }

    /** Shows the buttons by their icons, only the chosen one by its name. */
    public void foldToIcons(boolean on) {
        icons = on;
        show(chosen.getValue());
    }

    /** Shows the drop-down list instead of the buttons. */
    public void foldToList(boolean on) {
        setShown(buttons, !on);
        setShown(list, on);
    }

    private void show(T value) {
        list.setText(name.apply(value));
        list.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(value.equals(item.getUserData())));
        buttons.getButtons()
                .forEach(button -> button.setContentDisplay(
                        icons && !value.equals(button.getUserData())
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.TEXT_ONLY));
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
