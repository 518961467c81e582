package org.ganvas.view;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The number of threads in the status strip; a click opens the choice. FX thread. */
final class ThreadsMenu extends MenuButton {

    private final ThreadsViewModel model;

    ThreadsMenu(ThreadsViewModel model) {
        this.model = model;
        setId("threads");
        getStyleClass().addAll("flat", "status-menu", "no-arrow");
        setGraphic(IconFactory.of(Feather.CPU));
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(model.textProperty());
        ToggleGroup one = new ToggleGroup();
        for (int choice : model.choices()) {
            getItems().add(item(choice, one));
        }
        ViewBindings.of(model.chosenProperty(), (property, old, now) -> mark());
        mark();
        HelpTooltips.about(this, "threads", model.figuresProperty());
    }

    private RadioMenuItem item(int choice, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(model.name(choice));
        item.setId("threads" + choice);
        item.setUserData(choice);
        item.setToggleGroup(one);
        item.setOnAction(event -> {
            model.choose(choice);
            mark();
        });
        return item;
    }

    /** Follows the session, not the click. */
    private void mark() {
        Integer chosen = model.chosenProperty().get();
        getItems().forEach(item -> ((RadioMenuItem) item).setSelected(chosen.equals(item.getUserData())));
    }
}
