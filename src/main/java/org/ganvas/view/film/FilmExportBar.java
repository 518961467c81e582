package org.ganvas.view.film;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Progress of the film export, with a button to cancel it; visible only during an export. FX thread. */
final class FilmExportBar extends HBox {

    FilmExportBar(FilmExportViewModel export) {
        super(10);
        setId("filmProgress");
        getStyleClass().add("film-progress");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(export.progressProperty());
        bar.setPrefWidth(180);
        bar.setAccessibleText(Messages.text("film.writing"));
        Label share = CardFactory.styled(new Label(), "caption", "figure");
        TextScaling.scaleMinWidth(share, 36);
        share.textProperty().bind(export.progressProperty().map(done -> Math.round(100 * done.doubleValue()) + " %"));
        Button cancel = new Button(Messages.text("film.cancel"));
        cancel.setId("filmCancel");
        cancel.setAccessibleText(Messages.text("film.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> export.cancel());
        getChildren().addAll(new Label(Messages.text("film.writing")), bar, share, cancel);
        visibleProperty().bind(export.busyProperty());
        managedProperty().bind(visibleProperty());
    }
}
