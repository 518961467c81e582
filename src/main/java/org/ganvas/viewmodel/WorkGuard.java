package org.ganvas.viewmodel;

import java.util.function.BooleanSupplier;

/** Asks once before unsaved work is left behind. FX thread. */
final class WorkGuard {

    private final DocumentViewModel document;
    private final Prompts prompts;
    private final BooleanSupplier save;
    private final Runnable safetyCopy;

    /**
     * @param save starts saving what is on the desk now; false if the person changed their mind
     * @param safetyCopy keeps what is on the desk now, for the case that what follows goes wrong
     */
    WorkGuard(DocumentViewModel document, Prompts prompts, BooleanSupplier save, Runnable safetyCopy) {
        this.document = document;
        this.prompts = prompts;
        this.save = save;
        this.safetyCopy = safetyCopy;
    }

    /**
     * Whether the run on the desk may be replaced now. Saving and the safety copy take their weights at a safe point
     * before the next command is carried out, so nobody has to wait for the disk.
     */
    boolean mayLeave(String key) {
        if (!document.wouldLose()) {
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
            document.waive();
        }
        return leave;
    }

    Prompts.Unsaved ask(String key) {
        return prompts.askUnsaved(
                Messages.text(key + ".title"),
                Messages.text("prompt.unsaved.detail", Figures.count(document.step()), document.unsaved()));
    }
}
