package org.ganvas.view.prompt;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.view.fx.FxThread;
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
    private boolean choosing;
    private @Nullable File lastFolder;

    FilePrompt(Supplier<Window> window, FileDialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
    }

    void open(FileChooser chooser, Consumer<Path> chosen) {
        ask(chooser.getTitle(), owner -> dialogs.open(prepared(chooser), owner), chosen);
    }

    void save(FileChooser chooser, Consumer<Path> chosen) {
        ask(chooser.getTitle(), owner -> dialogs.save(prepared(chooser), owner), chosen);
    }

    void folder(DirectoryChooser chooser, Consumer<Path> chosen) {
        chooser.setInitialDirectory(existing(lastFolder));
        ask(chooser.getTitle(), owner -> dialogs.folder(chooser, owner), chosen);
    }

    private FileChooser prepared(FileChooser chooser) {
        chooser.setInitialDirectory(existing(lastFolder));
        return chooser;
    }

    /**
     * The folder if it still exists: a dialog refuses any other. At first the home folder where the system remembers none
     * and would show the folder that the program was started in.
     */
    private static @Nullable File existing(@Nullable File folder) {
        File shown = folder == null && LINUX ? new File(System.getProperty("user.home", "")) : folder;
        return shown != null && shown.isDirectory() ? shown : null;
    }

    private void ask(String title, Function<@Nullable Window, @Nullable File> dialog, Consumer<Path> chosen) {
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
                lastFolder = file.getAbsoluteFile().getParentFile();
                chosen.accept(file.toPath());
            }
        });
    }
}
