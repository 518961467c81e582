package org.ganvas.fake;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.view.prompt.FileDialogs;
import org.jspecify.annotations.Nullable;

/** File dialogs with a fixed answer that record their titles, and the folders and names with which they begin. */
public final class FakeFileDialogs implements FileDialogs {

    private final List<String> titles = new ArrayList<>();
    private final List<@Nullable File> folders = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private @Nullable File answer;

    /** Sets the answer of all dialogs; null cancels them. */
    public void answer(@Nullable File chosen) {
        answer = chosen;
    }

    /** Titles of the dialogs, in order. */
    public List<String> titles() {
        return List.copyOf(titles);
    }

    /** Folders in which the dialogs began, in order; null for the system's own. */
    public List<@Nullable File> folders() {
        return new ArrayList<>(folders);
    }

    /** Names that files to write were offered, in order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public @Nullable File open(FileChooser chooser, @Nullable Window owner) {
        return note(chooser.getTitle(), chooser.getInitialDirectory());
    }

    @Override
    public @Nullable File save(FileChooser chooser, @Nullable Window owner) {
        names.add(chooser.getInitialFileName());
        return note(chooser.getTitle(), chooser.getInitialDirectory());
    }

    @Override
    public @Nullable File folder(DirectoryChooser chooser, @Nullable Window owner) {
        return note(chooser.getTitle(), chooser.getInitialDirectory());
    }

    private @Nullable File note(String title, @Nullable File begin) {
        titles.add(title);
        folders.add(begin);
        return answer;
    }
}
