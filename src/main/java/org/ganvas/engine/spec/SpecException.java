package org.ganvas.engine.spec;

/** Settings that make no sense. The message is one sentence for the person at the screen. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SpecException(String message) {
        super(message);
    }

    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }

    static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new SpecException(message.formatted(arguments));
        }
    }
}
