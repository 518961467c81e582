package org.ganvas.view.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** User prompts as modal JavaFX dialogs. FX thread. */
public final class FxPrompts implements UserPrompts {

    private static final String PROJECT_ENDING = ".ganvas";
    private static final String MODEL_ENDING = ".zip";

    private final Supplier<Window> owner;

    public FxPrompts(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public boolean confirm(String title, String detail, String action) {
        ButtonType go = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(Messages.text("prompt.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = alert(title, detail, stay, go);
        DialogPane pane = alert.getDialogPane();
        Button goButton = (Button) pane.lookupButton(go);
        goButton.setId("promptGo");
        goButton.getStyleClass().add("danger");
        // Enter keeps the work.
        goButton.setDefaultButton(false);
        Button stayButton = (Button) pane.lookupButton(stay);
        stayButton.setId("promptStay");
        stayButton.setDefaultButton(true);
        return alert.showAndWait().filter(go::equals).isPresent();
    }

    @Override
    public boolean confirmHarmless(String title, String detail, String action) {
        ButtonType go = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(Messages.text("prompt.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = alert(title, detail, stay, go);
        alert.setGraphic(IconFactory.of(Feather.DOWNLOAD));
        alert.getDialogPane().lookupButton(go).setId("promptGo");
        alert.getDialogPane().lookupButton(stay).setId("promptStay");
        return alert.showAndWait().filter(go::equals).isPresent();
    }

    private Alert alert(String title, String detail, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, detail, buttons);
        alert.initOwner(owner.get());
        alert.setTitle(Messages.text("app.name"));
        alert.setHeaderText(title);
        alert.setGraphic(IconFactory.of(Feather.ALERT_TRIANGLE, "warning"));
        DialogPane pane = alert.getDialogPane();
        pane.getStyleClass().add("prompt");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.getStylesheets().setAll(owner.get().getScene().getStylesheets());
        return alert;
    }

    @Override
    public Unsaved askUnsaved(String title, String detail) {
        ButtonType discard = new ButtonType(Messages.text("prompt.discard"), ButtonBar.ButtonData.LEFT);
        ButtonType cancel = new ButtonType(Messages.text("prompt.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType save = new ButtonType(Messages.text("prompt.save"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(title, detail, discard, cancel, save);
        DialogPane pane = alert.getDialogPane();
        Button discardButton = (Button) pane.lookupButton(discard);
        discardButton.setId("promptDiscard");
        discardButton.getStyleClass().addAll("flat", "danger");
        Button saveButton = (Button) pane.lookupButton(save);
        saveButton.setId("promptSave");
        // Enter keeps the work.
        saveButton.setDefaultButton(true);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public void showText(String title, Path place, String text) {
        ReportDialog.show(alert(title, ""), title, place, text);
    }

    @Override
    public void inform(String title, String text) {
        ButtonType close = new ButtonType(Messages.text("report.close"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = alert(title, text, close);
        alert.setGraphic(IconFactory.of(Feather.INFO));
        alert.showAndWait();
    }

    @Override
    public Optional<Path> chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("data.folder.title"));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> choosePoints() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("points.open.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Messages.text("points.kind"), "*.csv", "*.tsv", "*.txt"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseProjectToOpen() {
        return Optional.ofNullable(projectChooser("project.open.title").showOpenDialog(owner.get()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> chooseProjectToSave() {
        FileChooser chooser = projectChooser("project.save.title");
        chooser.setInitialFileName("run" + PROJECT_ENDING);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(chosen -> withEnding(chosen, PROJECT_ENDING));
    }

    @Override
    public Optional<Path> chooseExport(String name) {
        String ending = name.substring(name.lastIndexOf('.'));
        String kind = switch (ending) {
            case MODEL_ENDING -> "model.kind";
            case ".py" -> "script.kind";
            case ".json" -> "curves.kind";
            case ".csv" -> "table.kind";
            case ".png" -> "image.kind";
            case ".gif", ".mp4", ".frames" -> "film" + ending + ".kind";
            default -> "arrays.kind";
        };
        FileChooser chooser = chooser("export.title", kind, ending);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(chosen -> withEnding(chosen, ending));
    }

    @Override
    public Optional<Path> chooseModelToOpen() {
        return Optional.ofNullable(
                        chooser("import.title", "model.kind", MODEL_ENDING).showOpenDialog(owner.get()))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> chooseGenerator() {
        FileChooser chooser = chooser("explore.source.choose", "explore.source.kind", PROJECT_ENDING);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        Messages.text("explore.source.kind"), "*" + PROJECT_ENDING, "*" + MODEL_ENDING));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseImage() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("explore.image.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Messages.text("explore.image.kind"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<String> askName(String title, String before) {
        TextInputDialog dialog = new TextInputDialog(before);
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        dialog.getDialogPane().getStyleClass().add("prompt");
        dialog.getDialogPane().getStylesheets().setAll(owner.get().getScene().getStylesheets());
        return dialog.showAndWait();
    }

    private static FileChooser projectChooser(String title) {
        return chooser(title, "project.kind", PROJECT_ENDING);
    }

    private static FileChooser chooser(String title, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text(kind), "*" + ending));
        return chooser;
    }

    private static Path withEnding(File chosen, String ending) {
        String name = chosen.getName();
        return name.endsWith(ending) ? chosen.toPath() : chosen.toPath().resolveSibling(name + ending);
    }
}
