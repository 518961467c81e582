package org.ganvas.project.io;

import org.ganvas.message.Message;
import org.ganvas.message.MessageException;

/**
 * A project or an export that cannot be read or written. The message says what happened, what is safe and what to do.
 * Thrown on the thread that reads or writes.
 */
public final class ProjectException extends MessageException {

    private static final long serialVersionUID = 1L;

    public ProjectException(Message message) {
        super(message);
    }

    public ProjectException(Message message, Throwable cause) {
        super(message, cause);
    }
}
