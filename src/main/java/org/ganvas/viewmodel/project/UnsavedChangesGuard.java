package org.ganvas.viewmodel.project;

import java.util.function.Consumer;
import org.ganvas.viewmodel.support.LeaveQuestion;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;

/** Question about unsaved work before the run is replaced, asked once. FX thread. */
public final class UnsavedChangesGuard implements LeaveQuestion {

    private final DocumentViewModel document;
    private final UserPrompts prompts;
    private final Consumer<Runnable> save;
    private final Runnable autosave;
    private boolean asking;

    /**
     * @param save starts saving the current run, then runs its argument; not if the user cancels
     * @param autosave writes a copy of the current run for recovery
     */
    public UnsavedChangesGuard(
            DocumentViewModel document, UserPrompts prompts, Consumer<Runnable> save, Runnable autosave) {
        this.document = document;
        this.prompts = prompts;
        this.save = save;
        this.autosave = autosave;
    }

    /**
     * Runs what replaces the run, after a question where work is unsaved; ignored while the question is open. Saving and
     * the copy for recovery capture the weights between two steps, before the session carries out the next command, so
     * the window does not wait for the disk.
     */
    @Override
    public void ask(String key, Runnable agreed) {
        if (!document.mustAsk()) {
            agreed.run();
        } else if (!asking) {
            asking = true;
            prompts.askUnsaved(Messages.text(key + ".title"), document.unsavedDetail(), answer -> act(answer, agreed));
        }
    }

    private void act(UserPrompts.Unsaved answer, Runnable agreed) {
        asking = false;
        switch (answer) {
            case SAVE -> save.accept(() -> leave(agreed));
            case DISCARD -> {
                autosave.run();
                leave(agreed);
            }
            case CANCEL -> {}
        }
    }

    private void leave(Runnable agreed) {
        document.skipNextQuestion();
        agreed.run();
    }
}
