package org.ganvas.session;

/**
 * One sentence for the person at the screen. It stays in every snapshot until the next one, so a dropped snapshot
 * loses none.
 *
 * @param number counts the notices of a session, so that each is shown once
 * @param kind how it is shown
 * @param message what happened, what is safe, what to do
 */
public record SessionNotice(long number, Kind kind, String message) {

    /** How serious it is. */
    public enum Kind {
        INFO,
        PROBLEM
    }
}
