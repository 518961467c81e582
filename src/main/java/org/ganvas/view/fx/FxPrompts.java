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
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.Prompts;
import org.kordamp.ikonli.feather.Feather;

/** Asks the person at the screen with dialogs of the window. FX thread. */
public final class FxPrompts implements Prompts {

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
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, detail, stay, go);
        alert.initOwner(owner.get());
        alert.setTitle(Messages.text("app.name"));
        alert.setHeaderText(title);
        alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
        DialogPane pane = alert.getDialogPane();
        pane.getStyleClass().add("prompt");
        pane.setMinHeight(Region.USE_PREF_SIZE);
        pane.getStylesheets().setAll(owner.get().getScene().getStylesheets());
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
        FileChooser chooser =
                chooser("export.title", ending.equals(MODEL_ENDING) ? "model.kind" : "arrays.kind", ending);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(chosen -> withEnding(chosen, ending));
    }

    @Override
    public Optional<Path> chooseModelToOpen() {
        return Optional.ofNullable(
                        chooser("import.title", "model.kind", MODEL_ENDING).showOpenDialog(owner.get()))
                .map(File::toPath);
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
