package org.ganvas.session;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Messages of exceptions. Pure functions, any thread. */
final class ErrorMessages {

    private ErrorMessages() {}

    /** The message of a foreseen exception; the English text of one without. */
    static Message of(Throwable error) {
        return error instanceof HasMessage foreseen
                ? foreseen.message()
                : Message.verbatim(String.valueOf(error.getMessage()));
    }

    /**
     * An unforeseen error with its class and its own text.
     *
     * @param consequence what failed and what is safe, without a full stop
     */
    static Message internal(Message consequence, Throwable error) {
        String kind = error.getClass().getSimpleName();
        String detail = error.getMessage();
        return Message.of("session.failed.internal", consequence, detail == null ? kind : kind + ": " + detail);
    }
}
