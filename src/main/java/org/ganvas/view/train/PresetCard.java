package org.ganvas.view.train;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.jspecify.annotations.Nullable;

/** Choice of the preset, with what to expect, its source and its size. FX thread. */
final class PresetCard extends VBox {

    /** Height of a choice with its share of the headings. */
    private static final double ROW = 37;

    private final RunSetupViewModel model;
    private final Label sentence = CardFactory.styled(new Label(), "prose");
    private final Label paper = CardFactory.styled(new Label(), "caption");
    private final Label minutes = CardFactory.styled(new Label(), "figure");
    private final Label generator = CardFactory.styled(new Label(), "figure");
    private final Label discriminator = CardFactory.styled(new Label(), "figure");

    PresetCard(RunSetupViewModel model) {
        this.model = model;
        ComboBox<Preset> choice = ComboBoxes.of(
                FXCollections.observableArrayList(model.presets()),
                DisplayNames::of,
                model::choosePreset,
                model::shownPreset);
        choice.setId("presetChoice");
        choice.setCellFactory(list -> new PresetCell());
        ComboBoxes.fitRows(choice, ROW, 14);
        HelpTooltips.about(choice, "preset");
        sentence.setWrapText(true);
        paper.setWrapText(true);
        getChildren()
                .add(CardFactory.filled(
                        CardFactory.card(Messages.text("preset.title")),
                        choice,
                        sentence,
                        figures(),
                        progress(),
                        paper));
        ViewBindings.listen(model.shownProperty(), (property, old, now) -> follow(choice, now));
        follow(choice, model.shownProperty().get());
    }

    private GridPane figures() {
        GridPane grid = new GridPane(8, 4);
        addFigure(grid, 0, new Label(Messages.text("preset.minutes.title")), minutes, "preset.minutes");
        addFigure(grid, 1, actor("generator", "preset.generator.title"), generator, "preset.generator");
        addFigure(grid, 2, actor("discriminator", "preset.discriminator.title"), discriminator, "preset.discriminator");
        return grid;
    }

    /** Time until the results usually look good, while the run trains. */
    private VBox progress() {
        Label text = CardFactory.styled(new Label(), "caption", "figure");
        text.setId("presetProgress");
        text.setWrapText(true);
        text.textProperty().bind(model.progress().textProperty());
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progress().fractionProperty());
        bar.accessibleTextProperty().bind(model.progress().textProperty());
        VBox both = new VBox(4, text, bar);
        both.visibleProperty().bind(model.progress().textProperty().isNotEmpty());
        both.managedProperty().bind(both.visibleProperty());
        return HelpTooltips.about(both, "preset.progress");
    }

    private static HBox actor(String actor, String key) {
        HBox name = new HBox(8, CardFactory.dot(actor), new Label(Messages.text(key)));
        name.setAlignment(Pos.CENTER_LEFT);
        return name;
    }

    private static void addFigure(GridPane grid, int row, Node name, Label figure, String key) {
        HelpTooltips.about(name, key);
        figure.setMaxWidth(Double.MAX_VALUE);
        figure.setAlignment(Pos.CENTER_RIGHT);
        GridPane.setHgrow(figure, Priority.ALWAYS);
        grid.addRow(row, name, figure);
    }

    private void follow(ComboBox<Preset> choice, @Nullable RunRequest request) {
        Preset preset = model.shownPreset();
        choice.setValue(preset);
        CardFactory.text(sentence, preset == null ? "" : DisplayNames.sentence(preset));
        CardFactory.text(paper, preset == null ? "" : preset.paper());
        minutes.setText(preset == null ? NumberFormats.NONE : minutes(preset.minutes()));
        generator.setText(parameters(request == null ? 0 : request.spec().generatorParameters()));
        discriminator.setText(parameters(request == null ? 0 : request.spec().discriminatorParameters()));
    }

    private static String minutes(double minutes) {
        return Messages.text("preset.minutes.value", NumberFormats.count(Math.max(1, Math.round(minutes))));
    }

    private static String parameters(long count) {
        return count == 0 ? NumberFormats.NONE : NumberFormats.shortCount(count);
    }
}
