package org.ganvas.cli.support;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Failure of a command: the one line that the user reads on the terminal. Ends the command with exit status 1. */
public final class CliException extends Exception implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public CliException(Message message) {
        super(message.english());
        this.message = message;
    }

    public CliException(Message message, Throwable cause) {
        super(message.english(), cause);
        this.message = message;
    }

    @Override
    public Message message() {
        return message;
    }

    /** Never null: the English text. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
