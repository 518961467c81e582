package org.ganvas.session.history;

import java.io.IOException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** A checkpoint that was spilled to the disk and cannot be read back. */
public final class CheckpointReadException extends IOException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public CheckpointReadException(Message message, Throwable cause) {
        super(message.english(), cause);
        this.message = message;
    }

    @Override
    public Message message() {
        return message;
    }
}
