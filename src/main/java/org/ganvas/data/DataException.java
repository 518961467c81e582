package org.ganvas.data;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Data that cannot be read; the message says what is wrong, with which file, and what to do. */
public final class DataException extends Exception implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public DataException(Message message) {
        super(message.english());
        this.message = message;
    }

    public DataException(Message message, Throwable cause) {
        super(message.english(), cause);
        this.message = message;
    }

    public DataException(String text) {
        this(Message.verbatim(text));
    }

    public DataException(String text, Throwable cause) {
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
