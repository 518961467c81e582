package org.ganvas.viewmodel.project;

import java.util.function.BooleanSupplier;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Question about unsaved work before the run is replaced, asked once. FX thread. */
public final class UnsavedChangesGuard {

    private final DocumentViewModel document;
    private final UserPrompts prompts;
    private final BooleanSupplier save;
    private final Runnable autosave;

    /**
     * @param save starts saving the current run; false if the user cancels
     * @param autosave writes a copy of the current run for recovery
     */
    public UnsavedChangesGuard(
            DocumentViewModel document, UserPrompts prompts, BooleanSupplier save, Runnable autosave) {
        this.document = document;
        this.prompts = prompts;
        this.save = save;
        this.autosave = autosave;
    }

    /**
     * Whether the current run may be replaced now. Saving and the copy for recovery capture the weights between two
     * steps, before the session carries out the next command, so the window does not wait for the disk.
     *
     * @param key of the question's texts
     */
    public boolean mayLeave(String key) {
        if (!document.mustAsk()) {
            return true;
        }
        boolean leave = switch (ask(key)) {
            case SAVE -> save.getAsBoolean();
            case DISCARD -> {
                autosave.run();
                yield true;
            }
            case CANCEL -> false;
        };
        if (leave) {
            document.skipNextQuestion();
        }
        return leave;
    }

    UserPrompts.Unsaved ask(String key) {
        return prompts.askUnsaved(
                Messages.text(key + ".title"),
                Messages.text("prompt.unsaved.detail", NumberFormats.count(document.step()), document.unsavedText()));
    }
}
