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
import org.ganvas.data.download.DownloadSet;
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Choice;
import org.ganvas.view.fx.NumberField;
import org.ganvas.view.fx.Segments;
import org.ganvas.view.fx.Teach;
import org.ganvas.viewmodel.LanguageChoice;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.SettingsPageViewModel;

/** What a person sets once. Every change is kept at once; closing only closes. FX thread. */
final class SettingsDialog {

    private static final double WIDTH = 620;
    private static final double NAMES = 200;

    private final SettingsPageViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane rows = new GridPane();

    private SettingsDialog(SettingsPageViewModel model, Stage owner) {
        this.model = model;
        ButtonType reset = new ButtonType(Messages.text("prefs.reset"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(Messages.text("prefs.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("prefs.title"));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("settings");
        pane.getStyleClass().add("prompt");
        // The look changes while this is open.
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
        pane.getButtonTypes().addAll(reset, close);
        Button resetButton = (Button) pane.lookupButton(reset);
        resetButton.setId("settingsReset");
        resetButton.getStyleClass().add("flat");
        Teach.about(resetButton, "prefs.reset");
        resetButton.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            event.consume();
            model.reset();
            if (Messages.text("prefs.title").equals(dialog.getTitle())) {
                fill();
            } else {
                openAgain();
            }
        });
        rows.setHgap(16);
        rows.setVgap(8);
        rows.getColumnConstraints().addAll(new ColumnConstraints(NAMES), growing());
        Label restart = Cards.styled(new Label(Messages.text("prefs.restart")), "caption");
        restart.setWrapText(true);
        VBox content = new VBox(12, rows, restart);
        content.setPadding(new Insets(20, 20, 4, 20));
        pane.setMinWidth(WIDTH);
        pane.setContent(content);
        fill();
    }

    /** Shows the page, which stays until it is closed; nothing waits for it. */
    static void show(SettingsPageViewModel model, Stage owner) {
        new SettingsDialog(model, owner).dialog.show();
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void fill() {
        rows.getChildren().clear();
        row("prefs.theme", theme());
        LanguageChoice languages = model.languages();
        if (languages != null) {
            row("prefs.language", language(languages));
        }
        row("prefs.threads", threads());
        row("prefs.memory", memory());
        row("prefs.autosave", autosave());
        row("prefs.folder", folder());
        Label addresses = Cards.styled(new Label(Messages.text("prefs.addresses")), "card-title");
        rows.add(addresses, 0, rows.getRowCount(), 2, 1);
        for (DownloadSet set : model.downloads()) {
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
        SegmentedButton themes = Segments.of(
                "settingsTheme",
                Messages.text("prefs.theme"),
                SettingsPageViewModel.THEMES,
                choice -> Messages.text("prefs.theme." + choice));
        Segments.bind(themes, model.themeProperty(), model::chooseTheme);
        Teach.about(themes, "prefs.theme");
        return themes;
    }

    private ComboBox<String> language(LanguageChoice languages) {
        ComboBox<String> choice = Choice.of(
                FXCollections.observableList(languages.tags()),
                languages::name,
                tag -> speak(languages, tag),
                languages::current);
        choice.setId("settingsLanguage");
        choice.setValue(languages.current());
        Teach.about(choice, "prefs.language");
        return choice;
    }

    /** The page says itself in the other language too, and stays where the person is. */
    private void speak(LanguageChoice languages, String tag) {
        languages.choose(tag);
        openAgain();
    }

    private void openAgain() {
        Stage owner = (Stage) dialog.getOwner();
        dialog.close();
        SettingsDialog again = new SettingsDialog(model, owner);
        again.dialog.show();
        again.dialog.getDialogPane().lookup("#settingsLanguage").requestFocus();
    }

    private ComboBox<Integer> threads() {
        ComboBox<Integer> choice = Choice.of(
                FXCollections.observableList(model.threads().choices()),
                model.threads()::name,
                model.threads()::choose,
                model.threads().chosenProperty()::get);
        choice.setId("settingsThreads");
        choice.setValue(model.threads().chosenProperty().get());
        // The session takes the number up between two steps, and says so then.
        model.threads().chosenProperty().addListener((property, old, now) -> choice.setValue(now.intValue()));
        Teach.about(choice, "prefs.threads");
        return choice;
    }

    private HBox memory() {
        NumberField field = new NumberField(SettingsDialog::whole, model::chooseMemory);
        field.setId("settingsMemory");
        field.show(model.memoryProperty().get());
        model.memoryProperty().addListener((property, old, now) -> field.show(now.intValue()));
        Teach.about(field, "prefs.memory");
        return withUnit(field, "prefs.memory.unit");
    }

    private HBox autosave() {
        NumberField field = new NumberField(SettingsDialog::whole, model::chooseAutosave);
        field.setId("settingsAutosave");
        field.show(model.autosaveProperty().get());
        model.autosaveProperty().addListener((property, old, now) -> field.show(now.intValue()));
        Teach.about(field, "prefs.autosave");
        return withUnit(field, "prefs.autosave.unit");
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private static HBox withUnit(Node field, String unit) {
        Label name = Cards.caption(Messages.text(unit));
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
        Teach.about(choose, "prefs.folder");
        Label place = Cards.caption("");
        place.textProperty().bind(model.dataFolderProperty());
        place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox row = new HBox(8, choose, place);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextField address(DownloadSet set) {
        TextField field = new TextField(model.address(set));
        field.setId("settingsAddress-" + set.id());
        field.setPromptText(set.mirrors().get(0));
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused && !Objects.equals(field.getText(), model.address(set))) {
                model.chooseAddress(set, field.getText());
            }
        });
        field.setOnAction(event -> model.chooseAddress(set, field.getText()));
        Teach.about(field, "prefs.address");
        return field;
    }
}
