package org.ganvas.view.prompt;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.view.fx.FxThread;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Question for a file or folder with the dialog of the system, one at a time. FX thread. */
final class FilePrompt {

    /**
     * On Linux a dialog with an owner disables it, a disabled window has a fixed size there, and window managers
     * un-maximise such a window. The card over the content blocks it instead.
     */
    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private final Supplier<Window> window;
    private final FileDialogs dialogs;
    private final PreferenceStore folders;
    private boolean choosing;

    /**
     * @param folders keeps the last folder of each kind
     */
    FilePrompt(Supplier<Window> window, FileDialogs dialogs, PreferenceStore folders) {
        this.window = window;
        this.dialogs = dialogs;
        this.folders = folders;
    }

    void open(FileKind kind, FileChooser chooser, Consumer<Path> chosen) {
        chooser.setInitialDirectory(folderOf(kind));
        ask(kind, chooser.getTitle(), owner -> dialogs.open(chooser, owner), chosen);
    }

    /** Asks for a file to write, beginning with a name that no file in the folder has. */
    void save(FileKind kind, FileChooser chooser, Consumer<Path> chosen) {
        chooser.setInitialDirectory(folderOf(kind));
        chooser.setInitialFileName(freeName(chooser.getInitialDirectory(), chooser.getInitialFileName()));
        ask(kind, chooser.getTitle(), owner -> dialogs.save(chooser, owner), chosen);
    }

    void folder(FileKind kind, DirectoryChooser chooser, Consumer<Path> chosen) {
        chooser.setInitialDirectory(folderOf(kind));
        ask(kind, chooser.getTitle(), owner -> dialogs.folder(chooser, owner), chosen);
    }

    /**
     * The last folder of a kind if it still exists, because a dialog refuses any other, else that of projects. At first the
     * home folder where the system remembers none and would show the folder that the program was started in.
     */
    private @Nullable File folderOf(FileKind kind) {
        return Stream.of(
                        folders.get(kind.key(), ""),
                        folders.get(FileKind.PROJECT.key(), ""),
                        LINUX ? System.getProperty("user.home", "") : "")
                .filter(path -> !path.isEmpty())
                .map(File::new)
                .filter(File::isDirectory)
                .findFirst()
                .orElse(null);
    }

    /** The name, or the first of {@code run 2.ganvas}, {@code run 3.ganvas} and so on that is free. */
    private static String freeName(@Nullable File folder, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        String free = name;
        for (int number = 2; folder != null && new File(folder, free).exists(); number++) {
            free = stem + " " + number + ending;
        }
        return free;
    }

    private void remember(FileKind kind, File file) {
        File folder = file.getAbsoluteFile().getParentFile();
        if (folder != null) {
            folders.put(kind.key(), folder.getPath());
            folders.flush();
        }
    }

    private void ask(
            FileKind kind, String title, Function<@Nullable Window, @Nullable File> dialog, Consumer<Path> chosen) {
        if (choosing) {
            return;
        }
        choosing = true;
        PromptLayer layer = PromptLayer.in(window.get().getScene());
        PromptCard card =
                new PromptCard("promptFile", title).icon(Feather.FOLDER).text(Messages.text("prompt.file.elsewhere"));
        layer.show(card);
        FxThread.outsideOfFrame(() -> {
            File file;
            try {
                file = dialog.apply(LINUX ? null : window.get());
            } finally {
                choosing = false;
                layer.close(card);
                // A window that owns no dialog is not always given the keyboard back when one closes.
                window.get().requestFocus();
            }
            if (file != null) {
                remember(kind, file);
                chosen.accept(file.toPath());
            }
        });
    }
}
