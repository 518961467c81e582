package org.ganvas.view.train;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.data.DatasetEntry;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.run.RunInfo;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ComboBoxes;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Choice of the dataset, with its description. FX thread. */
final class DatasetCard extends VBox {

    private final RunSetupViewModel model;
    private final Label description = CardFactory.styled(new Label(), "prose");
    private final Label facts = CardFactory.styled(new Label(), "caption", "figure");

    DatasetCard(RunSetupViewModel model, DownloadsViewModel downloads) {
        this.model = model;
        ComboBox<DatasetEntry> choice = ComboBoxes.of(
                model.dataChoices(), DisplayNames::of, entry -> model.chooseData(entry.id()), model::shownData);
        choice.setId("dataChoice");
        HelpTooltips.about(choice, "data");
        Button folder = new Button(null, IconFactory.of(Feather.FOLDER));
        folder.setId("folderButton");
        folder.getStyleClass().add("button-icon");
        folder.setOnAction(event -> model.chooseFolder());
        HelpTooltips.about(folder, "data.folder");
        HBox row = new HBox(8, choice, folder, new DownloadButton(downloads));
        HBox.setHgrow(choice, Priority.ALWAYS);
        description.setWrapText(true);
        facts.setWrapText(true);
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(Messages.text("data.title")),
                        row,
                        new DownloadProgress(downloads),
                        description,
                        facts));
        ViewBindings.listen(model.shownProperty(), (property, old, now) -> follow(choice));
        ViewBindings.listen(model.infoProperty(), (property, old, now) -> {
            // A folder is among the choices only when its data has been read.
            follow(choice);
            showFacts(now);
        });
        follow(choice);
        showFacts(model.infoProperty().get());
    }

    private void follow(ComboBox<DatasetEntry> choice) {
        DatasetEntry entry = model.shownData();
        choice.setValue(entry);
        CardFactory.text(description, entry == null ? "" : DisplayNames.description(entry));
    }

    private void showFacts(@Nullable RunInfo info) {
        // The description of a built-in dataset has these facts; of a folder only the path is known.
        if (info == null || model.isBuiltIn(info.request().dataId())) {
            CardFactory.text(facts, "");
            return;
        }
        String size = NumberFormats.count(info.dataSize());
        if (info.spec().image().isPoint()) {
            CardFactory.text(facts, Messages.text("data.facts.points", size));
            return;
        }
        String shape = MessageBundles.text(info.spec().image().message(), Messages.locale());
        int classes = info.classNames().size();
        CardFactory.text(
                facts,
                classes == 0
                        ? Messages.text("data.facts", size, shape)
                        : Messages.text("data.facts.classes", size, shape, Integer.toString(classes)));
    }
}
