package org.ganvas.data;

import java.io.IOException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/**
 * A file that cannot be read or kept, for a reason that this program found itself. The message is a clause without a full
 * stop, to stand inside another message.
 */
public final class FileException extends IOException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public FileException(Message message) {
        super(message.english());
        this.message = message;
    }

    /** Reason of any failure of input or output: its message, or what the operating system says. */
    public static Message reason(IOException failure) {
        return failure instanceof HasMessage known
                ? known.message()
                : Message.verbatim(String.valueOf(failure.getMessage()));
    }

    @Override
    public Message message() {
        return message;
    }
}
