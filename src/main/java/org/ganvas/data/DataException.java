package org.ganvas.data;

/**
 * Data that cannot be read. The message is one sentence for the person at the screen: what is wrong, with which file,
 * and what to do.
 */
public final class DataException extends Exception {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
