package org.ganvas.view.train;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DataFacts;
import org.ganvas.viewmodel.train.DataOverviewViewModel;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Choice of the dataset, with its description. FX thread. */
final class DatasetCard extends VBox {

    private static final double STRIP_HEIGHT = 40;

    private final RunSetupViewModel model;
    private final Label description = CardFactory.styled(new Label(), "prose");
    private final DataOverviewViewModel overview;
    private final Button leftOut = CardFactory.styled(new Button(), "flat");
    private final Label facts = CardFactory.styled(new Label(), "caption", "figure");

    DatasetCard(RunSetupViewModel model, DownloadsViewModel downloads, DataOverviewViewModel overview) {
        this.model = model;
        this.overview = overview;
        ComboBox<DatasetEntry> choice = ComboBoxes.of(
                model.dataChoices(), DisplayNames::of, entry -> model.chooseData(entry.id()), model::shownData);
        choice.setId("dataChoice");
        HelpTooltips.about(choice, "data");
        Button folder = new Button(null, IconFactory.of(Feather.FOLDER));
        folder.setId("folderButton");
        folder.getStyleClass().add("button-icon");
        folder.setOnAction(event -> model.chooseFolder());
        HelpTooltips.about(folder, "data.folder");
        Button swap = new Button(null, IconFactory.of(Feather.REPEAT));
        swap.setId("dataSwapButton");
        swap.getStyleClass().add("button-icon");
        swap.setOnAction(event -> model.swapPair());
        HelpTooltips.about(swap, "data.swap");
        ViewBindings.listen(model.shownProperty(), (property, old, now) -> showSwap(swap, now));
        showSwap(swap, model.shownProperty().get());
        Button show = new Button(null, IconFactory.of(Feather.EYE));
        show.setId("dataOverviewButton");
        show.getStyleClass().add("button-icon");
        show.disableProperty().bind(overview.overviewProperty().isNull());
        show.setOnAction(event -> DataOverviewPrompt.show(overview, this));
        DisabledReasons.set(HelpTooltips.about(show, "data.overview"), "data.overview");
        choice.setMaxWidth(Double.MAX_VALUE);
        FittedGridView strip = strip();
        description.setWrapText(true);
        facts.setWrapText(true);
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(
                                Messages.text("data.title"), swap, show, folder, new DownloadButton(downloads)),
                        choice,
                        new DownloadProgress(downloads),
                        description,
                        facts,
                        strip,
                        leftOut));
        leftOut.setId("dataLeftOut");
        leftOut.setWrapText(true);
        leftOut.setOnAction(event -> DataOverviewPrompt.show(overview, this));
        ViewBindings.listen(overview.overviewProperty(), (property, old, now) -> showLeftOut());
        showLeftOut();
        ViewBindings.listen(model.shownProperty(), (property, old, now) -> follow(choice));
        ViewBindings.listen(model.infoProperty(), (property, old, now) -> {
            // A folder is among the choices only when its data has been read.
            follow(choice);
            showFacts(now);
        });
        follow(choice);
        showFacts(model.infoProperty().get());
    }

    /** Some samples of the user's own data; nothing for built-in data, whose description says what they are. */
    private FittedGridView strip() {
        FittedGridView strip = new FittedGridView(overview.stripProperty());
        strip.setId("dataStrip");
        strip.setAccessibleText(Messages.text("data.overview.samples"));
        strip.setPrefHeight(STRIP_HEIGHT);
        strip.setMinHeight(STRIP_HEIGHT);
        strip.visibleProperty().bind(overview.stripProperty().isNotNull());
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    /** Only two sets of images have an other way round. */
    private static void showSwap(Button swap, @Nullable RunRequest request) {
        boolean pair = request != null && DataPair.parse(request.dataId()).isPresent();
        swap.setVisible(pair);
        swap.setManaged(pair);
    }

    private void showLeftOut() {
        int count = overview.leftOut().size();
        leftOut.setText(Messages.text("data.overview.leftOut", count));
        leftOut.setAccessibleText(leftOut.getText());
        leftOut.setVisible(count > 0);
        leftOut.setManaged(count > 0);
    }

    private void follow(ComboBox<DatasetEntry> choice) {
        DatasetEntry entry = model.shownData();
        choice.setValue(entry);
        CardFactory.text(description, entry == null ? "" : DisplayNames.description(entry));
    }

    private void showFacts(@Nullable RunInfo info) {
        CardFactory.text(
                facts,
                info == null
                        ? ""
                        : DataFacts.of(info, model.isBuiltIn(info.request().dataId())));
    }
}
