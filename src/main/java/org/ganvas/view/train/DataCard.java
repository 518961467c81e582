package org.ganvas.view.train;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.data.Datasets;
import org.ganvas.session.run.RunInfo;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Choice;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.DownloadsViewModel;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.Names;
import org.ganvas.viewmodel.RecipeViewModel;
import org.ganvas.viewmodel.Said;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which data. FX thread. */
final class DataCard extends VBox {

    private final RecipeViewModel model;
    private final Label description = Cards.styled(new Label(), "prose");
    private final Label facts = Cards.styled(new Label(), "caption", "figure");

    DataCard(RecipeViewModel model, DownloadsViewModel downloads) {
        this.model = model;
        ComboBox<Datasets.Entry> choice =
                Choice.of(model.dataChoices(), Names::of, entry -> model.chooseData(entry.id()), model::shownData);
        choice.setId("dataChoice");
        Teach.about(choice, "data");
        Button folder = new Button(null, Icons.of(Feather.FOLDER));
        folder.setId("folderButton");
        folder.getStyleClass().add("button-icon");
        folder.setOnAction(event -> model.chooseFolder());
        Teach.about(folder, "data.folder");
        HBox row = new HBox(8, choice, folder, new DownloadButton(downloads));
        HBox.setHgrow(choice, Priority.ALWAYS);
        description.setWrapText(true);
        facts.setWrapText(true);
        getChildren()
                .add(Cards.filled(
                        Cards.card(Messages.text("data.title")),
                        row,
                        new DownloadStrip(downloads),
                        description,
                        facts));
        Follow.of(model.shownProperty(), (property, old, now) -> follow(choice));
        Follow.of(model.infoProperty(), (property, old, now) -> {
            // A folder is in the list only when its data has been read.
            follow(choice);
            showFacts(now);
        });
        follow(choice);
        showFacts(model.infoProperty().get());
    }

    private void follow(ComboBox<Datasets.Entry> choice) {
        Datasets.Entry entry = model.shownData();
        choice.setValue(entry);
        Cards.text(description, entry == null ? "" : Names.description(entry));
    }

    private void showFacts(@Nullable RunInfo info) {
        // A built-in set says in its description what is in it; of a folder only the path is known.
        if (info == null || model.isBuiltIn(info.request().dataId())) {
            Cards.text(facts, "");
            return;
        }
        String size = Figures.count(info.dataSize());
        if (info.spec().image().isPoint()) {
            Cards.text(facts, Messages.text("data.facts.points", size));
            return;
        }
        String shape = Said.here(info.spec().image().toString());
        int classes = info.classNames().size();
        Cards.text(
                facts,
                classes == 0
                        ? Messages.text("data.facts", size, shape)
                        : Messages.text("data.facts.classes", size, shape, Integer.toString(classes)));
    }
}
