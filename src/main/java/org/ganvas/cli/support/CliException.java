package org.ganvas.cli.support;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** A command that failed: the one line that the user reads on the terminal. */
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

    public CliException(String text) {
        this(Message.verbatim(text));
    }

    public CliException(String text, Throwable cause) {
        this(Message.verbatim(text), cause);
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
