package org.ganvas.viewmodel.support;

/** Question about unsaved work before the run is replaced. FX thread. */
@FunctionalInterface
public interface LeaveQuestion {

    /**
     * Runs what replaces the run: at once where nothing is unsaved, otherwise as soon as the user agrees.
     *
     * @param key of the question's texts
     * @param agreed not called if the user cancels
     */
    void ask(String key, Runnable agreed);
}
