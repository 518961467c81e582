package org.ganvas.cli.support;

import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/** Wrong use of a command: which option, and what it takes. Ends the command with exit status 2 and a usage line. */
public final class UsageException extends RuntimeException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    public UsageException(Message message) {
        super(message.english());
        this.message = message;
    }

    /**
     * Checks how a command is used.
     *
     * @throws UsageException with the message, unless the condition holds
     */
    public static void require(boolean holds, Message otherwise) {
        if (!holds) {
            throw new UsageException(otherwise);
        }
    }

    /**
     * Checks that the value of an option lies within bounds.
     *
     * @param value null if the option is not given
     * @throws UsageException if it lies outside
     */
    public static void requireRange(String option, @Nullable Integer value, int min, int max) {
        if (value != null) {
            require(value >= min && value <= max, Message.of("cli.usage.rangeNot", option, min, max, value));
        }
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
