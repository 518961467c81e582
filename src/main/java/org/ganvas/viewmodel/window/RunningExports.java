package org.ganvas.viewmodel.window;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Exports of all screens when the window is to close: asks about them, and cancels them. FX thread. */
public final class RunningExports implements FrameListener {

    private final UserPrompts prompts;
    private final List<Export> exports;
    private @Nullable Runnable whenStopped;

    /**
     * An export of one screen.
     *
     * @param busy whether it is being written
     * @param cancel ends it soon after, so that no unfinished file stays
     */
    public record Export(ReadOnlyBooleanProperty busy, Runnable cancel) {}

    public RunningExports(UserPrompts prompts, List<Export> exports) {
        this.prompts = prompts;
        this.exports = List.copyOf(exports);
    }

    /** Whether anything is being written. */
    private boolean busy() {
        return exports.stream().anyMatch(export -> export.busy().get());
    }

    /**
     * Asks whether to end what is being written.
     *
     * @param agreed called at once where nothing is being written; not if the user cancels
     */
    public void ask(Runnable agreed) {
        if (busy()) {
            prompts.confirm(
                    Messages.text("export.close.title"),
                    Messages.text("export.close.detail"),
                    Messages.text("export.close.action"),
                    agreed);
        } else {
            agreed.run();
        }
    }

    /** Cancels what is being written. @param stopped called once nothing is being written */
    public void stop(Runnable stopped) {
        if (busy()) {
            exports.forEach(export -> export.cancel().run());
            whenStopped = stopped;
        } else {
            stopped.run();
        }
    }

    @Override
    public void onFrame(long nanos) {
        Runnable next = whenStopped;
        if (next != null && !busy()) {
            whenStopped = null;
            next.run();
        }
    }
}
