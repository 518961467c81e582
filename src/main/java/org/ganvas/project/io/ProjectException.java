package org.ganvas.project.io;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/**
 * A project or an export that cannot be read or written. The message says what happened, what is safe and what to do.
 * Thrown on the thread that reads or writes.
 */
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

    @Override
    public Message message() {
        return message;
    }

    /** The English text, never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
