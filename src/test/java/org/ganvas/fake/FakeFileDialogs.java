package org.ganvas.fake;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ganvas.view.prompt.FileDialogs;
import org.jspecify.annotations.Nullable;

/** File dialogs with a fixed answer that record their titles. */
public final class FakeFileDialogs implements FileDialogs {

    private final List<String> titles = new ArrayList<>();
    private @Nullable File answer;

    /** Sets the answer of all dialogs; null cancels them. */
    public void answer(@Nullable File chosen) {
        answer = chosen;
    }

    /** Titles of the dialogs, in order. */
    public List<String> titles() {
        return List.copyOf(titles);
    }

    @Override
    public @Nullable File open(FileChooser chooser, @Nullable Window owner) {
        titles.add(chooser.getTitle());
        return answer;
    }

    @Override
    public @Nullable File save(FileChooser chooser, @Nullable Window owner) {
        titles.add(chooser.getTitle());
        return answer;
    }

    @Override
    public @Nullable File folder(DirectoryChooser chooser, @Nullable Window owner) {
        titles.add(chooser.getTitle());
        return answer;
    }
}
