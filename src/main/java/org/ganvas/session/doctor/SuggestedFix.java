package org.ganvas.session.doctor;

/** What a person can do with a click. Immutable, any thread. */
public sealed interface SuggestedFix {

    /** Turns something while the run goes on. */
    record Change(LiveFix fix) implements SuggestedFix {}

    /**
     * Goes back to a moment when all was well.
     *
     * @param step of that moment
     */
    record GoBack(long step) implements SuggestedFix {}

    /** Stops it, to look. */
    record Pause() implements SuggestedFix {}
}
