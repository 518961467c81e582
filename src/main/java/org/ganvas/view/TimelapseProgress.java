package org.ganvas.view;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Progress bar and stop button of a film's export; takes no space while there is none. FX thread. */
final class TimelapseProgress extends HBox {

    private static final double BAR = 110;

    /** Of the time-lapse. */
    TimelapseProgress(TimelapseViewModel model) {
        this(
                "timelapse",
                "timelapse.writing",
                "timelapse.stop",
                model.busyProperty(),
                model.progressProperty(),
                model::cancel);
    }

    /** Of what is exported of the Lab. */
    TimelapseProgress(LabExportViewModel model) {
        this(
                "labFilm",
                "lab.export.writing",
                "lab.export.stop",
                model.busyProperty(),
                model.progressProperty(),
                model::cancel);
    }

    private TimelapseProgress(
            String id,
            String writing,
            String stopping,
            ReadOnlyBooleanProperty busy,
            ReadOnlyDoubleProperty progress,
            Runnable cancel) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Label what = CardFactory.caption(Messages.text(writing));
        what.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setId(id + "Bar");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.progressProperty().bind(progress);
        bar.setAccessibleText(Messages.text(writing));
        Button stop = new Button(null, IconFactory.of(Feather.X));
        stop.setId(id + "Stop");
        stop.getStyleClass().addAll("button-icon", "flat", "small");
        stop.setOnAction(event -> cancel.run());
        HelpTooltips.tip(stop, Messages.text(stopping));
        getChildren().addAll(what, bar, stop);
        visibleProperty().bind(busy);
        managedProperty().bind(visibleProperty());
    }
}
