package org.ganvas.view.prompt;

import java.io.File;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The file dialogs of the system. Each call returns when its dialog is closed. FX thread, outside of frames. */
public interface FileDialogs {

    /** File to read; null if the user cancels. */
    @Nullable
    File open(FileChooser chooser, @Nullable Window owner);

    /** File to write; null if the user cancels. */
    @Nullable
    File save(FileChooser chooser, @Nullable Window owner);

    /** Folder; null if the user cancels. */
    @Nullable
    File folder(DirectoryChooser chooser, @Nullable Window owner);

    /** The dialogs of the system this program runs on. */
    static FileDialogs ofSystem() {
        return new FileDialogs() {
            @Override
            public @Nullable File open(FileChooser chooser, @Nullable Window owner) {
                return chooser.showOpenDialog(owner);
            }

            @Override
            public @Nullable File save(FileChooser chooser, @Nullable Window owner) {
                return chooser.showSaveDialog(owner);
            }

            @Override
            public @Nullable File folder(DirectoryChooser chooser, @Nullable Window owner) {
                return chooser.showDialog(owner);
            }
        };
    }
}
