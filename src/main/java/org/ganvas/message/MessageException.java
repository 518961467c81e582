package org.ganvas.message;

/** A checked exception that explains itself to the user; {@link #getMessage} is the English text. */
public abstract class MessageException extends Exception implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;

    protected MessageException(Message message) {
        super(message.english());
        this.message = message;
    }

    protected MessageException(Message message, Throwable cause) {
        super(message.english(), cause);
        this.message = message;
    }

    @Override
    public final Message message() {
        return message;
    }

    /** Never null. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
