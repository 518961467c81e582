package org.ganvas.view.train;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.ganvas.session.TrainingCommand;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.PaceViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Menu of the pace of training in the status strip. FX thread. */
public final class PaceMenu extends MenuButton {

    private final PaceViewModel model;

    public PaceMenu(PaceViewModel model) {
        this.model = model;
        setId("pace");
        getStyleClass().addAll("flat", "status-menu", "no-arrow");
        setGraphic(IconFactory.of(Feather.FAST_FORWARD));
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (double choice : model.choices()) {
            getItems().add(item(choice, group));
        }
        ViewBindings.listen(model.paceProperty(), (property, old, now) -> show(now));
        show(model.paceProperty().get());
        HelpTooltips.about(this, "pace");
    }

    private RadioMenuItem item(double choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(model.name(choice));
        item.setId("pace" + (long) choice);
        item.setUserData(choice);
        item.setToggleGroup(group);
        item.setOnAction(event -> {
            model.choose(choice);
            show(model.paceProperty().get());
        });
        return item;
    }

    private void show(Double pace) {
        setText(
                pace == TrainingCommand.SetPace.UNLIMITED
                        ? model.name(pace)
                        : Messages.text("pace.atMost", model.name(pace)));
        getItems().forEach(item -> ((RadioMenuItem) item).setSelected(pace.equals(item.getUserData())));
    }
}
