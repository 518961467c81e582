package org.ganvas.data;

import org.ganvas.message.Message;
import org.ganvas.message.MessageException;

/** Data that cannot be read; the message says what is wrong, with which file, and what to do. */
public final class DataException extends MessageException {

    private static final long serialVersionUID = 1L;

    public DataException(Message message) {
        super(message);
    }

    public DataException(Message message, Throwable cause) {
        super(message, cause);
    }
}
