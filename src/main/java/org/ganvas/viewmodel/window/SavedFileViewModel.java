package org.ganvas.viewmodel.window;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.ganvas.viewmodel.support.FileManagerCommands;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.text.Messages;

/** Shows the file of the current remark in its folder. FX thread. */
public final class SavedFileViewModel implements FrameListener {

    private final NoticesViewModel notices;
    private final Predicate<Path> show;
    private final FrameTasks tasks;

    public SavedFileViewModel(NoticesViewModel notices, Executor background) {
        this(
                notices,
                background,
                file -> FileManagerCommands.run(FileManagerCommands.of(System.getProperty("os.name", ""), file)));
    }

    /**
     * @param background runs {@code show}
     * @param show shows a file in its folder; false if no file manager could be started
     */
    SavedFileViewModel(NoticesViewModel notices, Executor background, Predicate<Path> show) {
        this.notices = notices;
        this.show = show;
        tasks = new FrameTasks(background, notices::reportInternalError);
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
    }

    /** Shows the file of the current remark in its folder; nothing if the remark has none. */
    public void showInFolder() {
        Path file = notices.savedFileProperty().get();
        if (file != null) {
            tasks.run(() -> {
                boolean shown = show.test(file);
                return () -> {
                    if (!shown) {
                        notices.report(Messages.text("toast.noFileManager", file));
                    }
                };
            });
        }
    }
}
