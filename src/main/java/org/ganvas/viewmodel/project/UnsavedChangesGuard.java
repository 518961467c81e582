package org.ganvas.viewmodel.project;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ganvas.viewmodel.support.LeaveQuestion;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;

/** Question about unsaved work before the run is replaced, asked once. FX thread. */
public final class UnsavedChangesGuard implements LeaveQuestion {

    private final DocumentViewModel document;
    private final UserPrompts prompts;
    private final Consumer<Runnable> save;
    private final Consumer<Runnable> whenIdle;
    private final Runnable autosave;
    private final BooleanSupplier edited;
    private boolean asking;

    /**
     * @param save saves the current run, then runs its argument; not if the user cancels or saving fails
     * @param whenIdle runs its argument once no file of the run is being written; not if that fails
     * @param autosave writes a copy of the current run for recovery
     * @param edited whether the user marked steps of the run, or changed its data, settings or weights
     */
    public UnsavedChangesGuard(
            DocumentViewModel document,
            UserPrompts prompts,
            Consumer<Runnable> save,
            Consumer<Runnable> whenIdle,
            Runnable autosave,
            BooleanSupplier edited) {
        this.document = document;
        this.prompts = prompts;
        this.save = save;
        this.whenIdle = whenIdle;
        this.autosave = autosave;
        this.edited = edited;
    }

    /**
     * Runs what replaces the run, after a question where work is unsaved; ignored while the question is open. A few seconds of
     * training by which nothing was done are no work. The run is replaced once its file is written, so that a full disk loses
     * nothing.
     */
    @Override
    public void ask(String key, Runnable agreed) {
        boolean trifling = document.isBarelyTrained() && !edited.getAsBoolean();
        if (trifling || !document.mustAsk()) {
            whenIdle.accept(agreed);
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
                whenIdle.accept(() -> leave(agreed));
            }
            case CANCEL -> {}
        }
    }

    private void leave(Runnable agreed) {
        document.skipNextQuestion();
        agreed.run();
    }
}
