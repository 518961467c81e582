package org.ganvas.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.TimelapseViewModel;
import org.kordamp.ikonli.feather.Feather;

/** How far the time-lapse is that is being written, and the way to stop it; takes no room otherwise. FX thread. */
final class TimelapseStrip extends HBox {

    private static final double BAR = 110;

    TimelapseStrip(TimelapseViewModel model) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Label what = Cards.caption(Messages.text("timelapse.writing"));
        what.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setId("timelapseBar");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText(Messages.text("timelapse.writing"));
        Button stop = new Button(null, Icons.of(Feather.X));
        stop.setId("timelapseStop");
        stop.getStyleClass().addAll("button-icon", "flat", "small");
        stop.setOnAction(event -> model.cancel());
        Teach.tip(stop, Messages.text("timelapse.stop"));
        getChildren().addAll(what, bar, stop);
        visibleProperty().bind(model.busyProperty());
        managedProperty().bind(visibleProperty());
    }
}
