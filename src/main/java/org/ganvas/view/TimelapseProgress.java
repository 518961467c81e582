package org.ganvas.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Progress bar and stop button of the time-lapse export; takes no space while there is none. FX thread. */
final class TimelapseProgress extends HBox {

    private static final double BAR = 110;

    TimelapseProgress(TimelapseViewModel model) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Label what = CardFactory.caption(Messages.text("timelapse.writing"));
        what.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setId("timelapseBar");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText(Messages.text("timelapse.writing"));
        Button stop = new Button(null, IconFactory.of(Feather.X));
        stop.setId("timelapseStop");
        stop.getStyleClass().addAll("button-icon", "flat", "small");
        stop.setOnAction(event -> model.cancel());
        HelpTooltips.tip(stop, Messages.text("timelapse.stop"));
        getChildren().addAll(what, bar, stop);
        visibleProperty().bind(model.busyProperty());
        managedProperty().bind(visibleProperty());
    }
}
