package org.ganvas.session.doctor;

/** A fix that the user can apply with a click. Immutable, any thread. */
public sealed interface SuggestedFix {

    /** A change of settings while the run continues. */
    record Change(LiveFix fix) implements SuggestedFix {}

    /** Undoing a change of a setting that the user made. */
    record UndoChange(SpecChange change) implements SuggestedFix {}

    /**
     * Returning to an earlier checkpoint.
     *
     * @param step at which the run was healthy
     */
    record GoBack(long step) implements SuggestedFix {}

    /** Pausing, to look at the run. */
    record Pause() implements SuggestedFix {}
}
