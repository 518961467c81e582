package org.ganvas.view.train;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.prompt.PromptCard;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DataOverviewViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Prompt with what was understood of the data, samples, and every file that was left out and why. FX thread. */
final class DataOverviewPrompt {

    private static final double WIDTH = 560;
    private static final double ROW_HEIGHT = 56;
    private static final double LIST_HEIGHT = 170;

    private DataOverviewPrompt() {}

    static void show(DataOverviewViewModel model, Node owner) {
        PromptLayer layer = PromptLayer.in(owner.getScene());
        PromptCard card = new PromptCard("dataOverview", Messages.text("data.overview.title"), WIDTH)
                .icon(Feather.EYE)
                .add(content(model));
        Runnable close = () -> layer.close(card);
        card.escape(close).enter(card.button("promptClose", Messages.text("report.close"), close));
        layer.show(card);
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
