package org.ganvas.view.train;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.RadioMenu;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Button of the timeline that saves the run as a film, with format, size, rate and caption. FX thread. */
final class TimelapseMenu extends MenuButton {

    TimelapseMenu(TimelapseViewModel model) {
        super(null, IconFactory.of(Feather.FILM));
        setId("timelineTimelapse");
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setMinWidth(USE_PREF_SIZE);
        DisabledReasons.set(
                HelpTooltips.about(this, "timelapse"),
                ViewBindings.map(model.busyProperty(), busy -> busy ? "timelapse.disabled" : "file.busy.disabled"));
        MenuItem save = new MenuItem(Messages.text("timelapse.save"));
        save.setId("timelapseSave");
        save.setOnAction(event -> model.export());
        CheckMenuItem caption = new CheckMenuItem(Messages.text("timelapse.caption"));
        caption.setId("timelapseCaption");
        caption.setSelected(model.captionedProperty().get());
        caption.setOnAction(event -> model.captionedProperty().set(caption.isSelected()));
        ViewBindings.listen(model.captionedProperty(), (property, old, now) -> caption.setSelected(now));
        getItems()
                .addAll(
                        save,
                        new SeparatorMenuItem(),
                        RadioMenu.of(
                                "timelapseFormat",
                                Messages.text("timelapse.format"),
                                List.of(TimelapseViewModel.Format.values()),
                                format -> Messages.text("timelapse.format." + format),
                                model.formatProperty()),
                        RadioMenu.of(
                                "timelapseSide",
                                Messages.text("timelapse.size"),
                                TimelapseViewModel.SIDES,
                                side -> Messages.text("timelapse.size.value", side.toString()),
                                model.sideProperty()),
                        RadioMenu.of(
                                "timelapseRate",
                                Messages.text("timelapse.rate"),
                                TimelapseViewModel.RATES,
                                rate -> Messages.text("timelapse.rate.value", rate.toString()),
                                model.rateProperty()),
                        caption);
        disableProperty().bind(model.readyProperty().not());
    }
}
