package org.ganvas.view;

import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.prompt.PromptCard;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.PreferencesViewModel;
import org.ganvas.viewmodel.text.LanguageSelector;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;

/** Settings page. Every change takes effect and is stored at once; there is no OK or Cancel. FX thread. */
final class PreferencesPrompt {

    private static final double WIDTH = 620;
    private static final double LABEL_WIDTH = 200;

    private final PreferencesViewModel model;
    private final PromptLayer layer;
    private final PromptCard card = new PromptCard("settings", Messages.text("prefs.title"), WIDTH);
    private final String language = Messages.locale().toLanguageTag();
    private final GridPane rows = new GridPane();

    private PreferencesPrompt(PreferencesViewModel model, PromptLayer layer) {
        this.model = model;
        this.layer = layer;
        rows.setHgap(16);
        rows.setVgap(8);
        rows.getColumnConstraints().addAll(labels(), growing());
        Label restart = CardFactory.styled(new Label(Messages.text("prefs.restart")), "caption");
        restart.setWrapText(true);
        restart.setMinHeight(Label.USE_PREF_SIZE);
        card.add(rows).add(restart);
        Button reset = card.leftButton("settingsReset", Messages.text("prefs.reset"), this::reset, "flat");
        HelpTooltips.about(reset, "prefs.reset");
        Runnable close = () -> layer.close(card);
        card.enter(card.button("settingsClose", Messages.text("prefs.close"), close));
        card.escape(close);
        fill();
    }

    /** Shows the page over the window's content. */
    static void show(PreferencesViewModel model, PromptLayer layer) {
        layer.show(new PreferencesPrompt(model, layer).card);
    }

    private void reset() {
        model.reset();
        if (Messages.locale().toLanguageTag().equals(language)) {
            fill();
        } else {
            reopen();
        }
    }

    /** The text size may be changed while the prompt is open. */
    private static ColumnConstraints labels() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.prefWidthProperty().bind(TextScaling.factorProperty().multiply(LABEL_WIDTH));
        return column;
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void fill() {
        rows.getChildren().clear();
        row("prefs.theme", theme());
        LanguageSelector languages = model.languages();
        if (languages != null) {
            row("prefs.language", language(languages));
        }
        DisplaySettingsViewModel display = model.display();
        if (display != null) {
            row("menu.textSize", textSize(display));
        }
        row("prefs.threads", threads());
        row("prefs.memory", memory());
        row("prefs.autosave", autosave());
        row("prefs.folder", folder());
        Label addresses = CardFactory.styled(new Label(Messages.text("prefs.addresses")), "card-title");
        rows.add(addresses, 0, rows.getRowCount(), 2, 1);
        for (DownloadableDataset set : model.downloads()) {
            Label name = new Label(set.name());
            TextField address = address(set);
            name.setLabelFor(address);
            rows.addRow(rows.getRowCount(), name, address);
        }
    }

    private void row(String key, Node control) {
        Label name = new Label(Messages.text(key));
        name.setLabelFor(control instanceof HBox box ? box.getChildren().get(0) : control);
        HelpTooltips.share(name, control);
        rows.addRow(rows.getRowCount(), name, control);
    }

    private SegmentedButton theme() {
        SegmentedButton themes = SegmentedButtons.of(
                "settingsTheme",
                Messages.text("prefs.theme"),
                PreferencesViewModel.THEMES,
                choice -> Messages.text("prefs.theme." + choice));
        SegmentedButtons.bind(themes, model.themeProperty(), model::chooseTheme);
        HelpTooltips.about(themes, "prefs.theme");
        return themes;
    }

    private ComboBox<String> language(LanguageSelector languages) {
        ComboBox<String> choice = ComboBoxes.of(
                FXCollections.observableList(languages.tags()),
                languages::name,
                tag -> chooseLanguage(languages, tag),
                languages::current);
        choice.setId("settingsLanguage");
        choice.setValue(languages.current());
        HelpTooltips.about(choice, "prefs.language");
        return choice;
    }

    private static ComboBox<Integer> textSize(DisplaySettingsViewModel display) {
        ComboBox<Integer> choice = ComboBoxes.of(
                FXCollections.observableList(DisplaySettingsViewModel.TEXT_SIZES),
                size -> Messages.text("menu.textSize.value", size),
                display::chooseTextSize,
                display.textSizeProperty()::get);
        choice.setId("settingsTextSize");
        ViewBindings.show(display.textSizeProperty(), now -> choice.setValue(now.intValue()));
        return HelpTooltips.about(choice, "prefs.textSize");
    }

    /** Switches the language and reopens the page in it. */
    private void chooseLanguage(LanguageSelector languages, String tag) {
        languages.choose(tag);
        reopen();
    }

    private void reopen() {
        layer.close(card);
        PreferencesPrompt again = new PreferencesPrompt(model, layer);
        layer.show(again.card);
        again.card.lookup("#settingsLanguage").requestFocus();
    }

    private ComboBox<Integer> threads() {
        ComboBox<Integer> choice = ComboBoxes.of(
                FXCollections.observableList(model.threads().choices()),
                model.threads()::name,
                model.threads()::choose,
                model.threads().chosenProperty()::get);
        choice.setId("settingsThreads");
        choice.setValue(model.threads().chosenProperty().get());
        // The session applies the number between two steps and confirms it in a snapshot.
        model.threads().chosenProperty().addListener((property, old, now) -> choice.setValue(now.intValue()));
        HelpTooltips.about(choice, "prefs.threads");
        return choice;
    }

    private HBox memory() {
        NumberField field = new NumberField(PreferencesPrompt::whole, model::chooseMemory);
        field.setId("settingsMemory");
        field.show(model.memoryProperty().get());
        model.memoryProperty().addListener((property, old, now) -> field.show(now.intValue()));
        HelpTooltips.about(field, "prefs.memory");
        return withUnit(field, "prefs.memory.unit");
    }

    private HBox autosave() {
        NumberField field = new NumberField(PreferencesPrompt::whole, model::chooseAutosave);
        field.setId("settingsAutosave");
        field.show(model.autosaveProperty().get());
        model.autosaveProperty().addListener((property, old, now) -> field.show(now.intValue()));
        HelpTooltips.about(field, "prefs.autosave");
        return withUnit(field, "prefs.autosave.unit");
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private static HBox withUnit(Node field, String unit) {
        Label name = CardFactory.caption(Messages.text(unit));
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(8, field, name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox folder() {
        Button choose = new Button(Messages.text("prefs.folder.choose"));
        choose.setId("settingsFolder");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(event -> model.chooseDataFolder());
        HelpTooltips.about(choose, "prefs.folder");
        Label place = CardFactory.caption("");
        place.textProperty().bind(model.dataFolderProperty());
        // A long path takes several lines: its end says as much as its beginning.
        place.setWrapText(true);
        place.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox row = new HBox(8, choose, place);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextField address(DownloadableDataset set) {
        TextField field = new TextField(model.address(set));
        field.setId("settingsAddress-" + set.id());
        field.setPromptText(set.mirrors().get(0));
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused && !Objects.equals(field.getText(), model.address(set))) {
                model.chooseAddress(set, field.getText());
            }
        });
        field.setOnAction(event -> model.chooseAddress(set, field.getText()));
        HelpTooltips.about(field, "prefs.address");
        return field;
    }
}
