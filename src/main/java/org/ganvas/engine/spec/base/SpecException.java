package org.ganvas.engine.spec.base;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Settings that do not go together or are out of range, with a message that says what would do. */
public final class SpecException extends RuntimeException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public SpecException(Message message) {
        super(message.english());
        this.message = message;
    }

    public SpecException(Message message, Throwable cause) {
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

    /** Throws an exception with a message unless a condition holds; key and arguments as for {@link Message#of}. */
    public static void require(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new SpecException(Message.of(key, arguments));
        }
    }
}
