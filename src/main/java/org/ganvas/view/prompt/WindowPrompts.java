package org.ganvas.view.prompt;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Prompts as cards over the content of a window, and the system's file dialogs. FX thread. */
public final class WindowPrompts implements UserPrompts {

    private static final String PROJECT_ENDING = ".ganvas";
    private static final String MODEL_ENDING = ".zip";
    private static final double REPORT_WIDTH = 760;
    private static final double REPORT_HEIGHT = 360;

    private final Supplier<Window> window;
    private final FilePrompt files;

    /**
     * Prompts of a window, which needs content by the first question only.
     *
     * @param folders keeps the last folder of each kind of file
     */
    public WindowPrompts(Supplier<Window> window, PreferenceStore folders) {
        this(window, FileDialogs.ofSystem(), folders);
    }

    /** The same with other file dialogs. */
    public WindowPrompts(Supplier<Window> window, FileDialogs dialogs, PreferenceStore folders) {
        this.window = window;
        files = new FilePrompt(window, dialogs, folders);
    }

    private PromptLayer layer() {
        return PromptLayer.in(window.get().getScene());
    }

    /** Closes the card, then does the work; nothing if the card is closed already. */
    private static Runnable answer(PromptLayer layer, PromptCard card, Runnable work) {
        return () -> {
            if (layer.close(card)) {
                work.run();
            }
        };
    }

    // ---- Questions ----

    @Override
    public void confirm(String title, ObservableValue<String> detail, String action, Runnable agreed) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title).icon(Feather.ALERT_TRIANGLE, "warning");
        card.text(detail);
        // Enter keeps the work.
        card.enter(cancelButton(layer, card));
        card.button("promptGo", action, answer(layer, card, agreed), "danger");
        layer.show(card);
    }

    @Override
    public void confirmHarmless(String title, String detail, String action, Runnable agreed) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title).icon(Feather.DOWNLOAD).text(detail);
        cancelButton(layer, card);
        card.enter(card.button("promptGo", action, answer(layer, card, agreed)));
        layer.show(card);
    }

    private static Button cancelButton(PromptLayer layer, PromptCard card) {
        Runnable cancel = answer(layer, card, () -> {});
        card.escape(cancel);
        return card.button("promptStay", Messages.text("prompt.cancel"), cancel);
    }

    @Override
    public void askUnsaved(String title, ObservableValue<String> detail, Consumer<Unsaved> answered) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title).icon(Feather.ALERT_TRIANGLE, "warning");
        card.text(detail);
        Runnable cancel = answer(layer, card, () -> answered.accept(Unsaved.CANCEL));
        card.leftButton(
                "promptDiscard",
                Messages.text("prompt.discard"),
                answer(layer, card, () -> answered.accept(Unsaved.DISCARD)),
                "flat",
                "danger");
        card.button("promptStay", Messages.text("prompt.cancel"), cancel);
        card.escape(cancel);
        // Enter keeps the work.
        card.enter(card.button(
                "promptSave", Messages.text("prompt.save"), answer(layer, card, () -> answered.accept(Unsaved.SAVE))));
        layer.show(card);
    }

    @Override
    public void inform(String title, String text) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title).icon(Feather.INFO).text(text);
        closeButton(layer, card);
        layer.show(card);
    }

    @Override
    public void showText(String title, Path place, String text) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title, REPORT_WIDTH).icon(Feather.FILE_TEXT);
        card.text(Messages.text("report.place", place));
        TextArea area = new TextArea(text);
        area.setId("reportText");
        area.setEditable(false);
        area.setPrefHeight(REPORT_HEIGHT);
        area.getStyleClass().add("report-text");
        area.setAccessibleText(title);
        card.add(area);
        card.leftButton("reportCopy", Messages.text("report.copy"), () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        closeButton(layer, card);
        layer.show(card);
    }

    private static void closeButton(PromptLayer layer, PromptCard card) {
        Runnable close = answer(layer, card, () -> {});
        card.escape(close);
        card.enter(card.button("promptClose", Messages.text("report.close"), close));
    }

    @Override
    public void askName(String title, String before, Consumer<String> named) {
        PromptLayer layer = layer();
        PromptCard card = new PromptCard("prompt", title);
        TextField field = new TextField(before);
        field.setId("promptName");
        field.setAccessibleText(title);
        card.add(field).focusFirst(field);
        cancelButton(layer, card);
        Button go = card.button(
                "promptGo", Messages.text("prompt.rename"), answer(layer, card, () -> named.accept(field.getText())));
        go.disableProperty().bind(field.textProperty().map(String::isBlank));
        DisabledReasons.set(go, "prompt.rename");
        card.enter(go);
        // A field does not pass Enter on.
        field.setOnAction(event -> go.fire());
        layer.show(card);
        field.selectAll();
    }

    // ---- Files ----

    @Override
    public void chooseFolder(Consumer<Path> chosen) {
        chooseFolder(Messages.text("data.folder.title"), chosen);
    }

    @Override
    public void chooseFolder(String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        files.folder(FileKind.DATA, chooser, chosen);
    }

    @Override
    public void chooseOutputs(Consumer<Path> chosen) {
        chooseFolder(Messages.text("data.outputs.title"), chosen);
    }

    @Override
    public void choosePoints(Consumer<Path> chosen) {
        files.open(FileKind.DATA, chooser("points.open.title", "points.kind", "*.csv", "*.tsv", "*.txt"), chosen);
    }

    @Override
    public void chooseProjectToOpen(Consumer<Path> chosen) {
        files.open(FileKind.PROJECT, chooser("project.open.title", "project.kind", "*" + PROJECT_ENDING), chosen);
    }

    @Override
    public void chooseProjectToSave(Consumer<Path> chosen) {
        FileChooser chooser = chooser("project.save.title", "project.kind", "*" + PROJECT_ENDING);
        chooser.setInitialFileName("run" + PROJECT_ENDING);
        files.save(FileKind.PROJECT, chooser, file -> chosen.accept(withEnding(file, PROJECT_ENDING)));
    }

    @Override
    public void chooseExport(String name, Consumer<Path> chosen) {
        chooseExport(FileKind.ofExport(name), name, chosen);
    }

    @Override
    public void chooseFilm(String name, Consumer<Path> chosen) {
        chooseExport(FileKind.FILM, name, chosen);
    }

    private void chooseExport(FileKind folder, String name, Consumer<Path> chosen) {
        if (name.indexOf('.') < 0) {
            FileChooser images = new FileChooser();
            images.setTitle(Messages.text("export.title"));
            images.setInitialFileName(name);
            files.save(folder, images, chosen);
            return;
        }
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
        FileChooser chooser = chooser("export.title", kind, "*" + ending);
        chooser.setInitialFileName(name);
        files.save(folder, chooser, file -> chosen.accept(withEnding(file, ending)));
    }

    @Override
    public void chooseModelToOpen(Consumer<Path> chosen) {
        files.open(FileKind.MODEL, chooser("import.title", "model.kind", "*" + MODEL_ENDING), chosen);
    }

    @Override
    public void chooseGenerator(Consumer<Path> chosen) {
        files.open(
                FileKind.PROJECT,
                chooser("explore.source.choose", "explore.source.kind", "*" + PROJECT_ENDING, "*" + MODEL_ENDING),
                chosen);
    }

    @Override
    public void chooseImage(Consumer<Path> chosen) {
        files.open(
                FileKind.IMAGE,
                chooser("explore.image.choose", "explore.image.kind", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"),
                chosen);
    }

    private static FileChooser chooser(String title, String kind, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text(kind), patterns));
        return chooser;
    }

    private static Path withEnding(Path chosen, String ending) {
        String name = chosen.getFileName().toString();
        return name.endsWith(ending) ? chosen : chosen.resolveSibling(name + ending);
    }
}
