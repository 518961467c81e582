package org.ganvas.view.film;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Progress of the film export, with a button to cancel it; in the place of the menu, during an export. FX thread. */
final class FilmExportBar extends HBox {

    private static final double BAR = 60;

    private final Label share = CardFactory.styled(new Label(), "caption", "figure");

    FilmExportBar(FilmExportViewModel export) {
        super(6);
        setId("filmProgress");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(export.progressProperty());
        bar.setMinWidth(BAR);
        bar.setPrefWidth(BAR);
        bar.setAccessibleText(Messages.text("film.writing"));
        HelpTooltips.tip(bar, Messages.text("film.writing"));
        TextScaling.scaleMinWidth(share, 36);
        share.textProperty().bind(export.progressProperty().map(done -> Math.round(100 * done.doubleValue()) + " %"));
        Button cancel = new Button(null, IconFactory.of(Feather.X));
        cancel.setId("filmCancel");
        cancel.getStyleClass().addAll("button-icon", "flat");
        cancel.setOnAction(event -> export.cancel());
        HelpTooltips.tip(cancel, Messages.text("film.cancel"));
        getChildren().addAll(bar, share, cancel);
        setMinWidth(USE_PREF_SIZE);
        visibleProperty().bind(export.busyProperty());
        managedProperty().bind(visibleProperty());
    }

    /** Lets a row leave the figure out, which the bar shows too. */
    void concedeIn(FittingRow row) {
        row.concedeHidden(share);
    }
}
