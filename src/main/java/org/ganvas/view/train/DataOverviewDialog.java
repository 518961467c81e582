package org.ganvas.view.train;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DataOverviewViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Dialog with what was understood of the data, samples, and every file that was left out and why. FX thread. */
final class DataOverviewDialog {

    private static final double ROW_HEIGHT = 56;
    private static final double LIST_HEIGHT = 170;

    private DataOverviewDialog() {}

    static void show(DataOverviewViewModel model, Node owner) {
        ButtonType close = new ButtonType(Messages.text("report.close"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.INFORMATION, "", close);
        alert.initOwner(owner.getScene().getWindow());
        alert.setTitle(Messages.text("app.name"));
        alert.setHeaderText(Messages.text("data.overview.title"));
        alert.setGraphic(IconFactory.of(Feather.EYE));
        DialogPane pane = alert.getDialogPane();
        pane.setId("dataOverview");
        pane.getStyleClass().addAll("prompt", "report-prompt");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(content(model));
        alert.setResizable(true);
        alert.showAndWait();
    }

    private static VBox content(DataOverviewViewModel model) {
        Label sentences = CardFactory.styled(new Label(model.sentences()), "prose");
        sentences.setId("dataSentences");
        sentences.setWrapText(true);
        VBox content = new VBox(10, sentences);
        SampleGrid samples = model.samplesProperty().get();
        if (samples != null && !samples.shape().isPoint()) {
            FittedGridView grid = new FittedGridView(model.samplesProperty());
            grid.setPrefHeight(ROW_HEIGHT * samples.rows());
            grid.setMinHeight(ROW_HEIGHT * samples.rows());
            grid.setAccessibleText(Messages.text("data.overview.samples"));
            content.getChildren().add(grid);
        }
        List<String> leftOut = model.leftOut();
        if (!leftOut.isEmpty()) {
            Label title =
                    CardFactory.styled(new Label(Messages.text("data.overview.leftOut", leftOut.size())), "caption");
            ListView<String> list = new ListView<>(FXCollections.observableArrayList(leftOut));
            list.setId("leftOutList");
            list.setPrefHeight(LIST_HEIGHT);
            title.setLabelFor(list);
            list.setAccessibleText(Messages.text("data.overview.leftOut", leftOut.size()));
            content.getChildren().addAll(title, list);
        }
        return content;
    }
}
