package org.ganvas.engine;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** The native libraries cannot be loaded: the folder, why, and the way out. */
public final class NativeLibraryException extends RuntimeException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    NativeLibraryException(Message message, Throwable cause) {
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
