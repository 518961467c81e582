package org.ganvas.view;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the thread count in the status strip. FX thread. */
final class ThreadsMenu extends MenuButton {

    private final ThreadsViewModel model;

    ThreadsMenu(ThreadsViewModel model) {
        this.model = model;
        setId("threads");
        getStyleClass().addAll("flat", "status-menu", "no-arrow");
        setGraphic(IconFactory.of(Feather.CPU));
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(model.textProperty());
        ToggleGroup group = new ToggleGroup();
        for (int choice : model.choices()) {
            getItems().add(item(choice, group));
        }
        ViewBindings.listen(model.chosenProperty(), (property, old, now) -> updateSelection());
        updateSelection();
        HelpTooltips.about(this, "threads", model.figuresProperty());
    }

    private RadioMenuItem item(int choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(model.name(choice));
        item.setId("threads" + choice);
        item.setUserData(choice);
        item.setToggleGroup(group);
        item.setOnAction(event -> {
            model.choose(choice);
            updateSelection();
        });
        return item;
    }

    /** Selects the session's number of threads, which may differ from the group clicked. */
    private void updateSelection() {
        Integer chosen = model.chosenProperty().get();
        getItems().forEach(item -> ((RadioMenuItem) item).setSelected(chosen.equals(item.getUserData())));
    }
}
