package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Progress of a download with a stop button; takes no space while there is none. FX thread. */
final class DownloadProgress extends VBox {

    DownloadProgress(DownloadsViewModel model) {
        super(4);
        Label text = CardFactory.styled(new Label(), "caption", "figure");
        text.textProperty().bind(model.textProperty());
        ProgressBar bar = new ProgressBar();
        bar.setId("downloadBar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.fractionProperty());
        bar.accessibleTextProperty().bind(model.textProperty());
        Button stop = new Button(null, IconFactory.of(Feather.X));
        stop.setId("downloadStop");
        stop.getStyleClass().addAll("button-icon", "flat");
        stop.setOnAction(event -> model.cancel());
        HelpTooltips.about(stop, "download.cancel");
        HBox row = new HBox(8, bar, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(row, text);
        visibleProperty().bind(model.busyProperty());
        managedProperty().bind(model.busyProperty());
    }
}
