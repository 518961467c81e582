package org.ganvas.viewmodel.project;

import java.util.function.BooleanSupplier;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** Asks once before unsaved work is left behind. FX thread. */
public final class UnsavedChangesGuard {

    private final DocumentViewModel document;
    private final UserPrompts prompts;
    private final BooleanSupplier save;
    private final Runnable safetyCopy;

    /**
     * @param save starts saving what is on the desk now; false if the person changed their mind
     * @param safetyCopy keeps what is on the desk now, for the case that what follows goes wrong
     */
    public UnsavedChangesGuard(
            DocumentViewModel document, UserPrompts prompts, BooleanSupplier save, Runnable safetyCopy) {
        this.document = document;
        this.prompts = prompts;
        this.save = save;
        this.safetyCopy = safetyCopy;
    }

    /**
     * Whether the run on the desk may be replaced now. Saving and the safety copy take their weights at a safe point
     * before the next command is carried out, so nobody has to wait for the disk.
     */
    public boolean mayLeave(String key) {
        if (!document.mustAsk()) {
            return true;
        }
        boolean leave = switch (ask(key)) {
            case SAVE -> save.getAsBoolean();
            case DISCARD -> {
                safetyCopy.run();
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
