package org.ganvas.session.doctor;

/** What a person can do with a click. Immutable, any thread. */
public sealed interface Treatment {

    /** Turns something while the run goes on. */
    record Turn(Advice advice) implements Treatment {}

    /**
     * Goes back to a moment when all was well.
     *
     * @param step of that moment
     */
    record GoBack(long step) implements Treatment {}

    /** Stops it, to look. */
    record Pause() implements Treatment {}
}
