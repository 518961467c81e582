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
     * An unforeseen error with its class and its own text; the message of one that explains itself.
     *
     * @param consequence what failed and what is safe, without a full stop
     */
    static Message internal(Message consequence, Throwable error) {
        if (error instanceof HasMessage foreseen) {
            return foreseen.message();
        }
        String kind = error.getClass().getSimpleName();
        String detail = error.getMessage();
        return Message.of("session.failed.internal", consequence, detail == null ? kind : kind + ": " + detail);
    }
}
