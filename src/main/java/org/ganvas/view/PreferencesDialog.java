package org.ganvas.view;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.ComboBoxes;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.viewmodel.PreferencesViewModel;
import org.ganvas.viewmodel.text.LanguageSelector;
import org.ganvas.viewmodel.text.Messages;

/** Settings dialog. Every change takes effect and is stored at once; there is no OK or Cancel. FX thread. */
final class PreferencesDialog {

    private static final double WIDTH = 620;
    private static final double LABEL_WIDTH = 200;

    private final PreferencesViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane rows = new GridPane();

    private PreferencesDialog(PreferencesViewModel model, Stage owner) {
        this.model = model;
        ButtonType reset = new ButtonType(Messages.text("prefs.reset"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(Messages.text("prefs.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("prefs.title"));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("settings");
        pane.getStyleClass().add("prompt");
        // The theme can change while the dialog is open.
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
        pane.getButtonTypes().addAll(reset, close);
        Button resetButton = (Button) pane.lookupButton(reset);
        resetButton.setId("settingsReset");
        resetButton.getStyleClass().add("flat");
        HelpTooltips.about(resetButton, "prefs.reset");
        resetButton.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            event.consume();
            model.reset();
            if (Messages.text("prefs.title").equals(dialog.getTitle())) {
                fill();
            } else {
                reopen();
            }
        });
        rows.setHgap(16);
        rows.setVgap(8);
        rows.getColumnConstraints().addAll(new ColumnConstraints(LABEL_WIDTH), growing());
        Label restart = CardFactory.styled(new Label(Messages.text("prefs.restart")), "caption");
        restart.setWrapText(true);
        VBox content = new VBox(12, rows, restart);
        content.setPadding(new Insets(20, 20, 4, 20));
        pane.setMinWidth(WIDTH);
        pane.setContent(content);
        fill();
    }

    /** Shows the dialog without blocking. */
    static void show(PreferencesViewModel model, Stage owner) {
        new PreferencesDialog(model, owner).dialog.show();
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

    /** Switches the language and reopens the dialog in it. */
    private void chooseLanguage(LanguageSelector languages, String tag) {
        languages.choose(tag);
        reopen();
    }

    private void reopen() {
        Stage owner = (Stage) dialog.getOwner();
        dialog.close();
        PreferencesDialog again = new PreferencesDialog(model, owner);
        again.dialog.show();
        again.dialog.getDialogPane().lookup("#settingsLanguage").requestFocus();
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
        NumberField field = new NumberField(PreferencesDialog::whole, model::chooseMemory);
        field.setId("settingsMemory");
        field.show(model.memoryProperty().get());
        model.memoryProperty().addListener((property, old, now) -> field.show(now.intValue()));
        HelpTooltips.about(field, "prefs.memory");
        return withUnit(field, "prefs.memory.unit");
    }

    private HBox autosave() {
        NumberField field = new NumberField(PreferencesDialog::whole, model::chooseAutosave);
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
        place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
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
