package org.ganvas.project.io;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** A project or an export that cannot be read or written: what happened, what is safe, what to do. Thrown on the thread
 * that reads or writes. */
public final class ProjectException extends Exception implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public ProjectException(Message message) {
        super(message.english());
        this.message = message;
    }

    public ProjectException(Message message, Throwable cause) {
        super(message.english(), cause);
        this.message = message;
    }

    public ProjectException(String text) {
        this(Message.verbatim(text));
    }

    public ProjectException(String text, Throwable cause) {
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
