package org.ganvas.session;

import org.ganvas.message.Message;

/**
 * A message of the session to the user. It stays in every snapshot until the next one, which waits until a snapshot with
 * this one was taken, so none is lost. Immutable, any thread.
 *
 * @param number counts the notices of a session from 1, so that each is shown once
 * @param kind how it is shown
 * @param message what happened, what is safe, what to do
 */
public record SessionNotice(long number, Kind kind, Message message) {

    /** Severity of a notice. */
    public enum Kind {
        /** Shown in passing: a remark, or the reason why a command was refused. */
        INFO,
        /** Shown until dismissed. */
        PROBLEM
    }
}
